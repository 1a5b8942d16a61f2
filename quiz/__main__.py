"""`python -m quiz` does what the command `quiz` does."""

from quiz.cli.main import main

raise SystemExit(main())
