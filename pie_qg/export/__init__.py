"""A run's pairs as a data set to hand on: split by document, in the format that is asked for, with a data card."""

from pie_qg.export.write import TARGETS, Exported, export

__all__ = ["TARGETS", "Exported", "export"]
