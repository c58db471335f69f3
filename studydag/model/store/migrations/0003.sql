-- An activity begins on a day of its own, from which its steps count; feedback rules hold in blocks, in the school's words.
ALTER TABLE activity ADD COLUMN begins_on TEXT;
ALTER TABLE block ADD COLUMN feedback_rules INTEGER NOT NULL DEFAULT 0;
ALTER TABLE school ADD COLUMN feedback_rules TEXT NOT NULL DEFAULT '';
