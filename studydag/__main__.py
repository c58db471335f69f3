"""`python -m studydag` is the same as `studydag`."""

import sys

from studydag.app import main

sys.exit(main())
