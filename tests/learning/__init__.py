"""Questions, their schedule, and what is made of them."""
