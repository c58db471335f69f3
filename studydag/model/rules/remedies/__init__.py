"""What can be done about a finding with one click: pure proposals, which an operation carries out as one step."""
