"""What was measured and learned: figures, results, answers, and editions beside each other."""
