-- What a block was to be when the day began, so that the plan stays beside what came of it.
ALTER TABLE block ADD COLUMN planned_start TEXT;
ALTER TABLE block ADD COLUMN planned_minutes INTEGER CHECK ("planned_minutes" BETWEEN 0 AND 1440);
