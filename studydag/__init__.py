"""StudyDAG plans a school's study day together with what comes before and after it."""

__version__ = "0.1.0"
