"""Answers as files that people keep: memos, workbooks."""
