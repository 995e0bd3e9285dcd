"""Import of existing cases: one template, checked as a whole, written as a whole.

Other apps register what they can read (`register_kind`) from `AppConfig.ready()`; commands and
pages use `tenants.families.case_import.service`.
"""
