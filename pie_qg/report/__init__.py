"""What people see of a run: the report, and the page on which they review its pairs."""

from pie_qg.report.page import write_report

__all__ = ["write_report"]
