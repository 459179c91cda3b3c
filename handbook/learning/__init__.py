"""Lessons and quizzes: sessions from ready entries, questions with reasons and sources, cards to revise with."""
