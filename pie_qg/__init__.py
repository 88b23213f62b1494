"""pie_qg: train a question-answering reader from plain text, with no labels."""
