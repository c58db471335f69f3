"""What a piece of text is: a time, a date, a person, a room, a number of seats, a heading."""
