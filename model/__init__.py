"""The arithmetic of social worker caseloads and posts.

Knows no screen, no file and no database: it takes the clean tables of
:mod:`model.tables` and the settings of :mod:`model.assumptions` and answers
questions about them.
"""
