"""Dates: those that are counted from the study day, rhythms, school days, and when effects can be measured."""
