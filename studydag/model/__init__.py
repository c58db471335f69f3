"""The model: values, rules on values, the library file, operations, exchange. No Qt, no ReportLab."""
