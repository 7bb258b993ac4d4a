"""The screen: with app.py, server/ and pages/ the only code that knows Streamlit."""
