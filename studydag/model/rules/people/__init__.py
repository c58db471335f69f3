"""Who takes part, who has something to do, and what a library holds on somebody."""
