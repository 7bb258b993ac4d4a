"""The Department for Education’s published figures on the social work workforce."""
