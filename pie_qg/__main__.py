"""`python -m pie_qg` is the command line, for launchers that start a module."""

from pie_qg.cli import main

main()
