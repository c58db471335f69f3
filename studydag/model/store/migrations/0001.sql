-- Version 1: every table of the model. Written once; later versions alter it in files of their own.

CREATE TABLE school (
    id INTEGER NOT NULL,
    uid TEXT NOT NULL,
    name TEXT NOT NULL,
    logo INTEGER,
    accent_colour TEXT NOT NULL,
    language TEXT NOT NULL,
    holiday_region TEXT NOT NULL,
    country TEXT NOT NULL,
    vision TEXT NOT NULL,
    closed_days TEXT NOT NULL,
    change_over_minutes INTEGER NOT NULL,
    travel_minutes INTEGER NOT NULL,
    evaluation_windows TEXT NOT NULL,
    minimum_group_size INTEGER NOT NULL,
    rule_settings TEXT NOT NULL,
    PRIMARY KEY (id),
    CHECK ("change_over_minutes" BETWEEN 0 AND 1440),
    CHECK ("travel_minutes" BETWEEN 0 AND 1440),
    CHECK ("minimum_group_size" BETWEEN 1 AND 1000),
    UNIQUE (uid),
    FOREIGN KEY(logo) REFERENCES picture (id) ON DELETE SET NULL
) STRICT;

CREATE INDEX ix_school_logo ON school (logo);

CREATE TABLE picture (
    id INTEGER NOT NULL,
    uid TEXT NOT NULL,
    name TEXT NOT NULL,
    media_type TEXT NOT NULL,
    width INTEGER NOT NULL,
    height INTEGER NOT NULL,
    data BLOB NOT NULL,
    PRIMARY KEY (id),
    CHECK ("width" BETWEEN 0 AND 1000000),
    CHECK ("height" BETWEEN 0 AND 1000000),
    UNIQUE (uid)
) STRICT;


CREATE TABLE school_goal (
    id INTEGER NOT NULL,
    uid TEXT NOT NULL,
    position INTEGER NOT NULL,
    title TEXT NOT NULL,
    description TEXT NOT NULL,
    first_year INTEGER,
    last_year INTEGER,
    PRIMARY KEY (id),
    CHECK ("first_year" BETWEEN 1900 AND 2200),
    CHECK ("last_year" BETWEEN 1900 AND 2200),
    UNIQUE (uid)
) STRICT;


CREATE TABLE person (
    id INTEGER NOT NULL,
    uid TEXT NOT NULL,
    name TEXT NOT NULL,
    email TEXT NOT NULL,
    section TEXT NOT NULL,
    role TEXT NOT NULL,
    organisation TEXT NOT NULL,
    working_days TEXT NOT NULL,
    hours_budget INTEGER,
    experience_years INTEGER,
    archived INTEGER NOT NULL,
    PRIMARY KEY (id),
    CHECK ("hours_budget" BETWEEN 0 AND 1000000),
    CHECK ("experience_years" BETWEEN 0 AND 1000000),
    UNIQUE (uid)
) STRICT;


CREATE TABLE room (
    id INTEGER NOT NULL,
    uid TEXT NOT NULL,
    name TEXT NOT NULL,
    building TEXT NOT NULL,
    capacities TEXT NOT NULL,
    equipment TEXT NOT NULL,
    accessibility TEXT NOT NULL,
    PRIMARY KEY (id),
    UNIQUE (uid)
) STRICT;


CREATE TABLE "group" (
    id INTEGER NOT NULL,
    uid TEXT NOT NULL,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    PRIMARY KEY (id),
    UNIQUE (uid)
) STRICT;


CREATE TABLE group_members (
    id INTEGER NOT NULL,
    owner_id INTEGER NOT NULL,
    target_id INTEGER NOT NULL,
    position INTEGER NOT NULL,
    PRIMARY KEY (id),
    UNIQUE (owner_id, target_id),
    FOREIGN KEY(owner_id) REFERENCES "group" (id) ON DELETE CASCADE,
    FOREIGN KEY(target_id) REFERENCES person (id) ON DELETE CASCADE
) STRICT;

CREATE INDEX ix_group_members_target_id ON group_members (target_id);

CREATE TABLE working_format (
    id INTEGER NOT NULL,
    uid TEXT NOT NULL,
    "key" TEXT NOT NULL,
    name_nl TEXT NOT NULL,
    name_en TEXT NOT NULL,
    description_nl TEXT NOT NULL,
    description_en TEXT NOT NULL,
    phases TEXT NOT NULL,
    minutes_min INTEGER NOT NULL,
    minutes_max INTEGER NOT NULL,
    group_min INTEGER NOT NULL,
    group_max INTEGER NOT NULL,
    subgroup_min INTEGER,
    subgroup_max INTEGER,
    room_setup TEXT NOT NULL,
    activity_level INTEGER NOT NULL,
    choice INTEGER NOT NULL,
    online INTEGER NOT NULL,
    materials_nl TEXT NOT NULL,
    materials_en TEXT NOT NULL,
    steps_nl TEXT NOT NULL,
    steps_en TEXT NOT NULL,
    hidden INTEGER NOT NULL,
    copied_from TEXT NOT NULL,
    PRIMARY KEY (id),
    CHECK ("minutes_min" BETWEEN 0 AND 1440),
    CHECK ("minutes_max" BETWEEN 0 AND 1440),
    CHECK ("group_min" BETWEEN 0 AND 1000000),
    CHECK ("group_max" BETWEEN 0 AND 1000000),
    CHECK ("subgroup_min" BETWEEN 0 AND 1000000),
    CHECK ("subgroup_max" BETWEEN 0 AND 1000000),
    CHECK ("activity_level" BETWEEN 1 AND 5),
    UNIQUE (uid)
) STRICT;


CREATE TABLE learning_form (
    id INTEGER NOT NULL,
    uid TEXT NOT NULL,
    "key" TEXT NOT NULL,
    position INTEGER NOT NULL,
    name_nl TEXT NOT NULL,
    name_en TEXT NOT NULL,
    description_nl TEXT NOT NULL,
    description_en TEXT NOT NULL,
    advantages_nl TEXT NOT NULL,
    advantages_en TEXT NOT NULL,
    best_for_nl TEXT NOT NULL,
    best_for_en TEXT NOT NULL,
    workplace INTEGER NOT NULL,
    hidden INTEGER NOT NULL,
    PRIMARY KEY (id),
    UNIQUE (uid)
) STRICT;


CREATE TABLE question_set (
    id INTEGER NOT NULL,
    uid TEXT NOT NULL,
    "key" TEXT NOT NULL,
    title_nl TEXT NOT NULL,
    title_en TEXT NOT NULL,
    purpose TEXT NOT NULL,
    level TEXT,
    hidden INTEGER NOT NULL,
    PRIMARY KEY (id),
    UNIQUE (uid)
) STRICT;


CREATE TABLE question (
    id INTEGER NOT NULL,
    question_set_id INTEGER NOT NULL,
    uid TEXT NOT NULL,
    position INTEGER NOT NULL,
    text_nl TEXT NOT NULL,
    text_en TEXT NOT NULL,
    kind TEXT NOT NULL,
    scale_low INTEGER NOT NULL,
    scale_high INTEGER NOT NULL,
    low_label_nl TEXT NOT NULL,
    low_label_en TEXT NOT NULL,
    high_label_nl TEXT NOT NULL,
    high_label_en TEXT NOT NULL,
    choices_nl TEXT NOT NULL,
    choices_en TEXT NOT NULL,
    PRIMARY KEY (id),
    CHECK ("scale_low" BETWEEN 0 AND 100),
    CHECK ("scale_high" BETWEEN 0 AND 100),
    FOREIGN KEY(question_set_id) REFERENCES question_set (id) ON DELETE CASCADE,
    UNIQUE (uid)
) STRICT;

CREATE INDEX ix_question_question_set_id ON question (question_set_id);

CREATE TABLE template (
    id INTEGER NOT NULL,
    uid TEXT NOT NULL,
    "key" TEXT NOT NULL,
    title TEXT NOT NULL,
    description TEXT NOT NULL,
    content TEXT NOT NULL,
    hidden INTEGER NOT NULL,
    PRIMARY KEY (id),
    UNIQUE (uid)
) STRICT;


CREATE TABLE trajectory (
    id INTEGER NOT NULL,
    uid TEXT NOT NULL,
    title TEXT NOT NULL,
    period_start TEXT,
    period_end TEXT,
    theme TEXT NOT NULL,
    goal TEXT NOT NULL,
    PRIMARY KEY (id),
    UNIQUE (uid)
) STRICT;


CREATE TABLE activity (
    id INTEGER NOT NULL,
    trajectory_id INTEGER NOT NULL,
    uid TEXT NOT NULL,
    position INTEGER NOT NULL,
    title TEXT NOT NULL,
    learning_form INTEGER,
    informal INTEGER NOT NULL,
    question TEXT NOT NULL,
    minutes INTEGER NOT NULL,
    product TEXT NOT NULL,
    certificate TEXT NOT NULL,
    valid_until TEXT,
    PRIMARY KEY (id),
    CHECK ("minutes" BETWEEN 0 AND 600000),
    FOREIGN KEY(trajectory_id) REFERENCES trajectory (id) ON DELETE CASCADE,
    UNIQUE (uid),
    FOREIGN KEY(learning_form) REFERENCES learning_form (id) ON DELETE SET NULL
) STRICT;

CREATE INDEX ix_activity_learning_form ON activity (learning_form);
CREATE INDEX ix_activity_trajectory_id ON activity (trajectory_id);

CREATE TABLE activity_participant (
    id INTEGER NOT NULL,
    activity_id INTEGER NOT NULL,
    uid TEXT NOT NULL,
    position INTEGER NOT NULL,
    person INTEGER NOT NULL,
    role TEXT NOT NULL,
    lesson_slot TEXT NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(activity_id) REFERENCES activity (id) ON DELETE CASCADE,
    UNIQUE (uid),
    FOREIGN KEY(person) REFERENCES person (id) ON DELETE CASCADE
) STRICT;

CREATE INDEX ix_activity_participant_activity_id ON activity_participant (activity_id);
CREATE INDEX ix_activity_participant_person ON activity_participant (person);

CREATE TABLE activity_step (
    id INTEGER NOT NULL,
    activity_id INTEGER NOT NULL,
    uid TEXT NOT NULL,
    position INTEGER NOT NULL,
    title TEXT NOT NULL,
    due TEXT,
    person INTEGER,
    text TEXT NOT NULL,
    done INTEGER NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(activity_id) REFERENCES activity (id) ON DELETE CASCADE,
    UNIQUE (uid),
    FOREIGN KEY(person) REFERENCES person (id) ON DELETE SET NULL
) STRICT;

CREATE INDEX ix_activity_step_activity_id ON activity_step (activity_id);
CREATE INDEX ix_activity_step_person ON activity_step (person);

CREATE TABLE moment (
    id INTEGER NOT NULL,
    trajectory_id INTEGER,
    study_day_id INTEGER,
    uid TEXT NOT NULL,
    position INTEGER NOT NULL,
    title TEXT NOT NULL,
    kind TEXT NOT NULL,
    first_date TEXT,
    start TEXT,
    rhythm TEXT NOT NULL,
    until TEXT,
    until_summer INTEGER NOT NULL,
    times INTEGER,
    minutes INTEGER,
    place TEXT NOT NULL,
    agenda TEXT NOT NULL,
    leader INTEGER,
    activity INTEGER,
    remind_before_days INTEGER,
    PRIMARY KEY (id),
    CHECK ("times" BETWEEN 0 AND 1000000),
    CHECK ("minutes" BETWEEN 0 AND 1440),
    CHECK ("remind_before_days" BETWEEN 0 AND 3650),
    FOREIGN KEY(trajectory_id) REFERENCES trajectory (id) ON DELETE CASCADE,
    FOREIGN KEY(study_day_id) REFERENCES study_day (id) ON DELETE CASCADE,
    UNIQUE (uid),
    FOREIGN KEY(leader) REFERENCES person (id) ON DELETE SET NULL,
    FOREIGN KEY(activity) REFERENCES activity (id) ON DELETE SET NULL
) STRICT;

CREATE INDEX ix_moment_activity ON moment (activity);
CREATE INDEX ix_moment_leader ON moment (leader);
CREATE INDEX ix_moment_study_day_id ON moment (study_day_id);
CREATE INDEX ix_moment_trajectory_id ON moment (trajectory_id);

CREATE TABLE moment_goals (
    id INTEGER NOT NULL,
    owner_id INTEGER NOT NULL,
    target_id INTEGER NOT NULL,
    position INTEGER NOT NULL,
    PRIMARY KEY (id),
    UNIQUE (owner_id, target_id),
    FOREIGN KEY(owner_id) REFERENCES moment (id) ON DELETE CASCADE,
    FOREIGN KEY(target_id) REFERENCES goal (id) ON DELETE CASCADE
) STRICT;

CREATE INDEX ix_moment_goals_target_id ON moment_goals (target_id);

CREATE TABLE study_day (
    id INTEGER NOT NULL,
    uid TEXT NOT NULL,
    title TEXT NOT NULL,
    theme TEXT NOT NULL,
    learning_question TEXT NOT NULL,
    occasion TEXT,
    status TEXT NOT NULL,
    language TEXT NOT NULL,
    why_staff TEXT NOT NULL,
    why_pupils TEXT NOT NULL,
    why_team TEXT NOT NULL,
    expected_number INTEGER,
    input_asked TEXT NOT NULL,
    trajectory INTEGER,
    builds_on TEXT NOT NULL,
    belief_before TEXT NOT NULL,
    belief_after TEXT NOT NULL,
    budget INTEGER,
    route TEXT NOT NULL,
    parking TEXT NOT NULL,
    wifi TEXT NOT NULL,
    what_to_bring TEXT NOT NULL,
    allotment_seed INTEGER NOT NULL,
    rule_settings TEXT NOT NULL,
    PRIMARY KEY (id),
    CHECK ("expected_number" BETWEEN 0 AND 1000000),
    CHECK ("budget" BETWEEN 0 AND 100000000000),
    CHECK ("allotment_seed" BETWEEN 0 AND 1000000),
    UNIQUE (uid),
    FOREIGN KEY(trajectory) REFERENCES trajectory (id) ON DELETE SET NULL
) STRICT;

CREATE INDEX ix_study_day_trajectory ON study_day (trajectory);

CREATE TABLE preparation_member (
    id INTEGER NOT NULL,
    study_day_id INTEGER NOT NULL,
    uid TEXT NOT NULL,
    position INTEGER NOT NULL,
    person INTEGER NOT NULL,
    role TEXT NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(study_day_id) REFERENCES study_day (id) ON DELETE CASCADE,
    UNIQUE (uid),
    FOREIGN KEY(person) REFERENCES person (id) ON DELETE CASCADE
) STRICT;

CREATE INDEX ix_preparation_member_person ON preparation_member (person);
CREATE INDEX ix_preparation_member_study_day_id ON preparation_member (study_day_id);

CREATE TABLE catering (
    id INTEGER NOT NULL,
    study_day_id INTEGER NOT NULL,
    uid TEXT NOT NULL,
    position INTEGER NOT NULL,
    what TEXT NOT NULL,
    part INTEGER,
    at TEXT,
    count INTEGER NOT NULL,
    diets TEXT NOT NULL,
    cut_off TEXT,
    PRIMARY KEY (id),
    CHECK ("count" BETWEEN 0 AND 1000000),
    FOREIGN KEY(study_day_id) REFERENCES study_day (id) ON DELETE CASCADE,
    UNIQUE (uid),
    FOREIGN KEY(part) REFERENCES part (id) ON DELETE SET NULL
) STRICT;

CREATE INDEX ix_catering_part ON catering (part);
CREATE INDEX ix_catering_study_day_id ON catering (study_day_id);

CREATE TABLE share (
    id INTEGER NOT NULL,
    study_day_id INTEGER NOT NULL,
    uid TEXT NOT NULL,
    position INTEGER NOT NULL,
    who TEXT NOT NULL,
    what TEXT NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(study_day_id) REFERENCES study_day (id) ON DELETE CASCADE,
    UNIQUE (uid)
) STRICT;

CREATE INDEX ix_share_study_day_id ON share (study_day_id);

CREATE TABLE part (
    id INTEGER NOT NULL,
    study_day_id INTEGER NOT NULL,
    uid TEXT NOT NULL,
    position INTEGER NOT NULL,
    title TEXT NOT NULL,
    date TEXT,
    start TEXT NOT NULL,
    "end" TEXT NOT NULL,
    venue TEXT NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(study_day_id) REFERENCES study_day (id) ON DELETE CASCADE,
    UNIQUE (uid)
) STRICT;

CREATE INDEX ix_part_study_day_id ON part (study_day_id);

CREATE TABLE need (
    id INTEGER NOT NULL,
    study_day_id INTEGER NOT NULL,
    uid TEXT NOT NULL,
    position INTEGER NOT NULL,
    statement TEXT NOT NULL,
    source TEXT NOT NULL,
    setting TEXT,
    date TEXT,
    respondents TEXT,
    period_start TEXT,
    period_end TEXT,
    trend TEXT,
    n INTEGER,
    value REAL,
    unit TEXT NOT NULL,
    scale_low REAL,
    scale_high REAL,
    distribution TEXT NOT NULL,
    observer TEXT NOT NULL,
    form TEXT NOT NULL,
    evidence_note TEXT NOT NULL,
    evidence_link TEXT NOT NULL,
    strength INTEGER NOT NULL,
    level TEXT NOT NULL,
    "group" INTEGER,
    importance_for_people INTEGER,
    importance_for_school INTEGER,
    confidential INTEGER NOT NULL,
    baseline_measure INTEGER,
    PRIMARY KEY (id),
    CHECK ("n" BETWEEN 0 AND 1000000),
    CHECK ("strength" BETWEEN 1 AND 4),
    CHECK ("importance_for_people" BETWEEN 1 AND 5),
    CHECK ("importance_for_school" BETWEEN 1 AND 5),
    FOREIGN KEY(study_day_id) REFERENCES study_day (id) ON DELETE CASCADE,
    UNIQUE (uid),
    FOREIGN KEY("group") REFERENCES "group" (id) ON DELETE SET NULL,
    FOREIGN KEY(baseline_measure) REFERENCES measure (id) ON DELETE SET NULL
) STRICT;

CREATE INDEX ix_need_baseline_measure ON need (baseline_measure);
CREATE INDEX ix_need_group ON need ("group");
CREATE INDEX ix_need_study_day_id ON need (study_day_id);

CREATE TABLE need_school_goals (
    id INTEGER NOT NULL,
    owner_id INTEGER NOT NULL,
    target_id INTEGER NOT NULL,
    position INTEGER NOT NULL,
    PRIMARY KEY (id),
    UNIQUE (owner_id, target_id),
    FOREIGN KEY(owner_id) REFERENCES need (id) ON DELETE CASCADE,
    FOREIGN KEY(target_id) REFERENCES school_goal (id) ON DELETE CASCADE
) STRICT;

CREATE INDEX ix_need_school_goals_target_id ON need_school_goals (target_id);

CREATE TABLE goal (
    id INTEGER NOT NULL,
    study_day_id INTEGER NOT NULL,
    uid TEXT NOT NULL,
    position INTEGER NOT NULL,
    sentence TEXT NOT NULL,
    knows TEXT NOT NULL,
    thinks TEXT NOT NULL,
    does TEXT NOT NULL,
    level TEXT NOT NULL,
    indicator TEXT NOT NULL,
    baseline REAL,
    target REAL,
    unit TEXT NOT NULL,
    instrument TEXT,
    target_due TEXT,
    PRIMARY KEY (id),
    FOREIGN KEY(study_day_id) REFERENCES study_day (id) ON DELETE CASCADE,
    UNIQUE (uid)
) STRICT;

CREATE INDEX ix_goal_study_day_id ON goal (study_day_id);

CREATE TABLE goal_needs (
    id INTEGER NOT NULL,
    owner_id INTEGER NOT NULL,
    target_id INTEGER NOT NULL,
    position INTEGER NOT NULL,
    PRIMARY KEY (id),
    UNIQUE (owner_id, target_id),
    FOREIGN KEY(owner_id) REFERENCES goal (id) ON DELETE CASCADE,
    FOREIGN KEY(target_id) REFERENCES need (id) ON DELETE CASCADE
) STRICT;

CREATE INDEX ix_goal_needs_target_id ON goal_needs (target_id);

CREATE TABLE goal_school_goals (
    id INTEGER NOT NULL,
    owner_id INTEGER NOT NULL,
    target_id INTEGER NOT NULL,
    position INTEGER NOT NULL,
    PRIMARY KEY (id),
    UNIQUE (owner_id, target_id),
    FOREIGN KEY(owner_id) REFERENCES goal (id) ON DELETE CASCADE,
    FOREIGN KEY(target_id) REFERENCES school_goal (id) ON DELETE CASCADE
) STRICT;

CREATE INDEX ix_goal_school_goals_target_id ON goal_school_goals (target_id);

CREATE TABLE impact (
    id INTEGER NOT NULL,
    study_day_id INTEGER NOT NULL,
    uid TEXT NOT NULL,
    "row" TEXT NOT NULL,
    expected_effect TEXT NOT NULL,
    indicator TEXT NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(study_day_id) REFERENCES study_day (id) ON DELETE CASCADE,
    UNIQUE (uid)
) STRICT;

CREATE INDEX ix_impact_study_day_id ON impact (study_day_id);

CREATE TABLE "case" (
    id INTEGER NOT NULL,
    study_day_id INTEGER NOT NULL,
    uid TEXT NOT NULL,
    position INTEGER NOT NULL,
    text TEXT NOT NULL,
    asked_by TEXT NOT NULL,
    block INTEGER,
    PRIMARY KEY (id),
    FOREIGN KEY(study_day_id) REFERENCES study_day (id) ON DELETE CASCADE,
    UNIQUE (uid),
    FOREIGN KEY(block) REFERENCES block (id) ON DELETE SET NULL
) STRICT;

CREATE INDEX ix_case_block ON "case" (block);
CREATE INDEX ix_case_study_day_id ON "case" (study_day_id);

CREATE TABLE block (
    id INTEGER NOT NULL,
    study_day_id INTEGER NOT NULL,
    uid TEXT NOT NULL,
    part INTEGER,
    round INTEGER,
    position INTEGER NOT NULL,
    kind TEXT NOT NULL,
    round_rule TEXT NOT NULL,
    offset_minutes INTEGER NOT NULL,
    capacity INTEGER,
    minimum INTEGER,
    reserved_seats INTEGER NOT NULL,
    repeats INTEGER,
    title TEXT NOT NULL,
    title_to_be_announced_until TEXT,
    phase TEXT NOT NULL,
    minutes INTEGER NOT NULL,
    minutes_locked INTEGER NOT NULL,
    pinned_start TEXT,
    open_end INTEGER NOT NULL,
    end_inferred INTEGER NOT NULL,
    cancelled INTEGER NOT NULL,
    cancelled_reason TEXT NOT NULL,
    actual_start TEXT,
    actual_end TEXT,
    working_format INTEGER,
    interaction TEXT,
    activity INTEGER,
    mode TEXT NOT NULL,
    window_start TEXT,
    window_end TEXT,
    link TEXT NOT NULL,
    attendance TEXT NOT NULL,
    context_tags TEXT NOT NULL,
    description TEXT NOT NULL,
    facilitator_notes TEXT NOT NULL,
    own_input INTEGER NOT NULL,
    open_slot INTEGER NOT NULL,
    input_deadline TEXT,
    topics TEXT NOT NULL,
    works_with_own_material INTEGER NOT NULL,
    material_to_bring TEXT NOT NULL,
    practice_link TEXT NOT NULL,
    product TEXT NOT NULL,
    preparation_minutes INTEGER NOT NULL,
    preparation_text TEXT NOT NULL,
    uses_belief_as_prompt INTEGER NOT NULL,
    leaders_part TEXT NOT NULL,
    room INTEGER,
    set_up TEXT,
    internal INTEGER NOT NULL,
    plan_b TEXT NOT NULL,
    rating INTEGER,
    insights TEXT NOT NULL,
    PRIMARY KEY (id),
    CHECK ("offset_minutes" BETWEEN 0 AND 1440),
    CHECK ("capacity" BETWEEN 0 AND 1000000),
    CHECK ("minimum" BETWEEN 0 AND 1000000),
    CHECK ("reserved_seats" BETWEEN 0 AND 1000000),
    CHECK ("minutes" BETWEEN 0 AND 1440),
    CHECK ("activity" BETWEEN 1 AND 5),
    CHECK ("preparation_minutes" BETWEEN 0 AND 1440),
    CHECK ("rating" BETWEEN 1 AND 5),
    FOREIGN KEY(study_day_id) REFERENCES study_day (id) ON DELETE CASCADE,
    UNIQUE (uid),
    FOREIGN KEY(part) REFERENCES part (id) ON DELETE CASCADE,
    FOREIGN KEY(round) REFERENCES block (id) ON DELETE CASCADE,
    FOREIGN KEY(repeats) REFERENCES block (id) ON DELETE SET NULL,
    FOREIGN KEY(working_format) REFERENCES working_format (id) ON DELETE SET NULL,
    FOREIGN KEY(room) REFERENCES room (id) ON DELETE SET NULL
) STRICT;

CREATE INDEX ix_block_part ON block (part);
CREATE INDEX ix_block_repeats ON block (repeats);
CREATE INDEX ix_block_room ON block (room);
CREATE INDEX ix_block_round ON block (round);
CREATE INDEX ix_block_study_day_id ON block (study_day_id);
CREATE INDEX ix_block_working_format ON block (working_format);

CREATE TABLE block_compulsory_for (
    id INTEGER NOT NULL,
    owner_id INTEGER NOT NULL,
    target_id INTEGER NOT NULL,
    position INTEGER NOT NULL,
    PRIMARY KEY (id),
    UNIQUE (owner_id, target_id),
    FOREIGN KEY(owner_id) REFERENCES block (id) ON DELETE CASCADE,
    FOREIGN KEY(target_id) REFERENCES "group" (id) ON DELETE CASCADE
) STRICT;

CREATE INDEX ix_block_compulsory_for_target_id ON block_compulsory_for (target_id);

CREATE TABLE block_audience (
    id INTEGER NOT NULL,
    owner_id INTEGER NOT NULL,
    target_id INTEGER NOT NULL,
    position INTEGER NOT NULL,
    PRIMARY KEY (id),
    UNIQUE (owner_id, target_id),
    FOREIGN KEY(owner_id) REFERENCES block (id) ON DELETE CASCADE,
    FOREIGN KEY(target_id) REFERENCES "group" (id) ON DELETE CASCADE
) STRICT;

CREATE INDEX ix_block_audience_target_id ON block_audience (target_id);

CREATE TABLE block_goals (
    id INTEGER NOT NULL,
    owner_id INTEGER NOT NULL,
    target_id INTEGER NOT NULL,
    position INTEGER NOT NULL,
    PRIMARY KEY (id),
    UNIQUE (owner_id, target_id),
    FOREIGN KEY(owner_id) REFERENCES block (id) ON DELETE CASCADE,
    FOREIGN KEY(target_id) REFERENCES goal (id) ON DELETE CASCADE
) STRICT;

CREATE INDEX ix_block_goals_target_id ON block_goals (target_id);

CREATE TABLE block_lead (
    id INTEGER NOT NULL,
    block_id INTEGER NOT NULL,
    uid TEXT NOT NULL,
    position INTEGER NOT NULL,
    person INTEGER NOT NULL,
    status TEXT NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(block_id) REFERENCES block (id) ON DELETE CASCADE,
    UNIQUE (uid),
    FOREIGN KEY(person) REFERENCES person (id) ON DELETE CASCADE
) STRICT;

CREATE INDEX ix_block_lead_block_id ON block_lead (block_id);
CREATE INDEX ix_block_lead_person ON block_lead (person);

CREATE TABLE material (
    id INTEGER NOT NULL,
    block_id INTEGER NOT NULL,
    uid TEXT NOT NULL,
    position INTEGER NOT NULL,
    item TEXT NOT NULL,
    quantity INTEGER NOT NULL,
    per TEXT NOT NULL,
    brought_by TEXT NOT NULL,
    PRIMARY KEY (id),
    CHECK ("quantity" BETWEEN 0 AND 1000000),
    FOREIGN KEY(block_id) REFERENCES block (id) ON DELETE CASCADE,
    UNIQUE (uid)
) STRICT;

CREATE INDEX ix_material_block_id ON material (block_id);

CREATE TABLE resource (
    id INTEGER NOT NULL,
    block_id INTEGER NOT NULL,
    uid TEXT NOT NULL,
    position INTEGER NOT NULL,
    title TEXT NOT NULL,
    kind TEXT NOT NULL,
    link TEXT NOT NULL,
    "when" TEXT NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(block_id) REFERENCES block (id) ON DELETE CASCADE,
    UNIQUE (uid)
) STRICT;

CREATE INDEX ix_resource_block_id ON resource (block_id);

CREATE TABLE registration (
    id INTEGER NOT NULL,
    study_day_id INTEGER NOT NULL,
    uid TEXT NOT NULL,
    position INTEGER NOT NULL,
    person INTEGER,
    name TEXT NOT NULL,
    "group" INTEGER,
    count INTEGER NOT NULL,
    role TEXT NOT NULL,
    access_needs TEXT NOT NULL,
    access_note TEXT NOT NULL,
    compensation_minutes INTEGER NOT NULL,
    PRIMARY KEY (id),
    CHECK ("count" BETWEEN 0 AND 1000000),
    CHECK ("compensation_minutes" BETWEEN 0 AND 1440),
    FOREIGN KEY(study_day_id) REFERENCES study_day (id) ON DELETE CASCADE,
    UNIQUE (uid),
    FOREIGN KEY(person) REFERENCES person (id) ON DELETE SET NULL,
    FOREIGN KEY("group") REFERENCES "group" (id) ON DELETE SET NULL
) STRICT;

CREATE INDEX ix_registration_group ON registration ("group");
CREATE INDEX ix_registration_person ON registration (person);
CREATE INDEX ix_registration_study_day_id ON registration (study_day_id);

CREATE TABLE registration_together (
    id INTEGER NOT NULL,
    owner_id INTEGER NOT NULL,
    target_id INTEGER NOT NULL,
    position INTEGER NOT NULL,
    PRIMARY KEY (id),
    UNIQUE (owner_id, target_id),
    FOREIGN KEY(owner_id) REFERENCES registration (id) ON DELETE CASCADE,
    FOREIGN KEY(target_id) REFERENCES registration (id) ON DELETE CASCADE
) STRICT;

CREATE INDEX ix_registration_together_target_id ON registration_together (target_id);

CREATE TABLE registration_apart (
    id INTEGER NOT NULL,
    owner_id INTEGER NOT NULL,
    target_id INTEGER NOT NULL,
    position INTEGER NOT NULL,
    PRIMARY KEY (id),
    UNIQUE (owner_id, target_id),
    FOREIGN KEY(owner_id) REFERENCES registration (id) ON DELETE CASCADE,
    FOREIGN KEY(target_id) REFERENCES registration (id) ON DELETE CASCADE
) STRICT;

CREATE INDEX ix_registration_apart_target_id ON registration_apart (target_id);

CREATE TABLE registration_fixed_options (
    id INTEGER NOT NULL,
    owner_id INTEGER NOT NULL,
    target_id INTEGER NOT NULL,
    position INTEGER NOT NULL,
    PRIMARY KEY (id),
    UNIQUE (owner_id, target_id),
    FOREIGN KEY(owner_id) REFERENCES registration (id) ON DELETE CASCADE,
    FOREIGN KEY(target_id) REFERENCES block (id) ON DELETE CASCADE
) STRICT;

CREATE INDEX ix_registration_fixed_options_target_id ON registration_fixed_options (target_id);

CREATE TABLE attendance_mark (
    id INTEGER NOT NULL,
    registration_id INTEGER NOT NULL,
    uid TEXT NOT NULL,
    part INTEGER,
    round INTEGER,
    presence TEXT NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(registration_id) REFERENCES registration (id) ON DELETE CASCADE,
    UNIQUE (uid),
    FOREIGN KEY(part) REFERENCES part (id) ON DELETE CASCADE,
    FOREIGN KEY(round) REFERENCES block (id) ON DELETE CASCADE
) STRICT;

CREATE INDEX ix_attendance_mark_part ON attendance_mark (part);
CREATE INDEX ix_attendance_mark_registration_id ON attendance_mark (registration_id);
CREATE INDEX ix_attendance_mark_round ON attendance_mark (round);

CREATE TABLE preference (
    id INTEGER NOT NULL,
    study_day_id INTEGER NOT NULL,
    uid TEXT NOT NULL,
    registration INTEGER NOT NULL,
    round INTEGER,
    option INTEGER NOT NULL,
    rank INTEGER NOT NULL,
    PRIMARY KEY (id),
    CHECK ("rank" BETWEEN 0 AND 1000000),
    FOREIGN KEY(study_day_id) REFERENCES study_day (id) ON DELETE CASCADE,
    UNIQUE (uid),
    FOREIGN KEY(registration) REFERENCES registration (id) ON DELETE CASCADE,
    FOREIGN KEY(round) REFERENCES block (id) ON DELETE SET NULL,
    FOREIGN KEY(option) REFERENCES block (id) ON DELETE CASCADE
) STRICT;

CREATE INDEX ix_preference_option ON preference (option);
CREATE INDEX ix_preference_registration ON preference (registration);
CREATE INDEX ix_preference_round ON preference (round);
CREATE INDEX ix_preference_study_day_id ON preference (study_day_id);

CREATE TABLE allotment (
    id INTEGER NOT NULL,
    study_day_id INTEGER NOT NULL,
    uid TEXT NOT NULL,
    registration INTEGER NOT NULL,
    round INTEGER NOT NULL,
    option INTEGER NOT NULL,
    count INTEGER NOT NULL,
    locked INTEGER NOT NULL,
    rank_obtained INTEGER,
    PRIMARY KEY (id),
    CHECK ("count" BETWEEN 0 AND 1000000),
    CHECK ("rank_obtained" BETWEEN 0 AND 1000000),
    FOREIGN KEY(study_day_id) REFERENCES study_day (id) ON DELETE CASCADE,
    UNIQUE (uid),
    FOREIGN KEY(registration) REFERENCES registration (id) ON DELETE CASCADE,
    FOREIGN KEY(round) REFERENCES block (id) ON DELETE CASCADE,
    FOREIGN KEY(option) REFERENCES block (id) ON DELETE CASCADE
) STRICT;

CREATE INDEX ix_allotment_option ON allotment (option);
CREATE INDEX ix_allotment_registration ON allotment (registration);
CREATE INDEX ix_allotment_round ON allotment (round);
CREATE INDEX ix_allotment_study_day_id ON allotment (study_day_id);

CREATE TABLE grouping (
    id INTEGER NOT NULL,
    study_day_id INTEGER NOT NULL,
    uid TEXT NOT NULL,
    block INTEGER NOT NULL,
    mix TEXT NOT NULL,
    size INTEGER NOT NULL,
    PRIMARY KEY (id),
    CHECK ("size" BETWEEN 0 AND 1000000),
    FOREIGN KEY(study_day_id) REFERENCES study_day (id) ON DELETE CASCADE,
    UNIQUE (uid),
    FOREIGN KEY(block) REFERENCES block (id) ON DELETE CASCADE
) STRICT;

CREATE INDEX ix_grouping_block ON grouping (block);
CREATE INDEX ix_grouping_study_day_id ON grouping (study_day_id);

CREATE TABLE group_of_participants (
    id INTEGER NOT NULL,
    grouping_id INTEGER NOT NULL,
    uid TEXT NOT NULL,
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(grouping_id) REFERENCES grouping (id) ON DELETE CASCADE,
    UNIQUE (uid)
) STRICT;

CREATE INDEX ix_group_of_participants_grouping_id ON group_of_participants (grouping_id);

CREATE TABLE group_of_participants_members (
    id INTEGER NOT NULL,
    owner_id INTEGER NOT NULL,
    target_id INTEGER NOT NULL,
    position INTEGER NOT NULL,
    PRIMARY KEY (id),
    UNIQUE (owner_id, target_id),
    FOREIGN KEY(owner_id) REFERENCES group_of_participants (id) ON DELETE CASCADE,
    FOREIGN KEY(target_id) REFERENCES registration (id) ON DELETE CASCADE
) STRICT;

CREATE INDEX ix_group_of_participants_members_target_id ON group_of_participants_members (target_id);

CREATE TABLE climate_item (
    id INTEGER NOT NULL,
    study_day_id INTEGER NOT NULL,
    uid TEXT NOT NULL,
    position INTEGER NOT NULL,
    "row" TEXT NOT NULL,
    pillar TEXT NOT NULL,
    title TEXT NOT NULL,
    agreement TEXT NOT NULL,
    owner INTEGER,
    state TEXT NOT NULL,
    reason TEXT NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(study_day_id) REFERENCES study_day (id) ON DELETE CASCADE,
    UNIQUE (uid),
    FOREIGN KEY(owner) REFERENCES person (id) ON DELETE SET NULL
) STRICT;

CREATE INDEX ix_climate_item_owner ON climate_item (owner);
CREATE INDEX ix_climate_item_study_day_id ON climate_item (study_day_id);

CREATE TABLE expert (
    id INTEGER NOT NULL,
    study_day_id INTEGER NOT NULL,
    uid TEXT NOT NULL,
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    person INTEGER,
    organisation TEXT NOT NULL,
    question TEXT NOT NULL,
    context TEXT NOT NULL,
    prior_knowledge TEXT NOT NULL,
    weights TEXT NOT NULL,
    contract TEXT NOT NULL,
    talk_on TEXT,
    talk_notes TEXT NOT NULL,
    inside_by TEXT,
    insights_document TEXT NOT NULL,
    standing_structure INTEGER,
    PRIMARY KEY (id),
    FOREIGN KEY(study_day_id) REFERENCES study_day (id) ON DELETE CASCADE,
    UNIQUE (uid),
    FOREIGN KEY(person) REFERENCES person (id) ON DELETE SET NULL,
    FOREIGN KEY(standing_structure) REFERENCES moment (id) ON DELETE SET NULL
) STRICT;

CREATE INDEX ix_expert_person ON expert (person);
CREATE INDEX ix_expert_standing_structure ON expert (standing_structure);
CREATE INDEX ix_expert_study_day_id ON expert (study_day_id);

CREATE TABLE expert_inside_people (
    id INTEGER NOT NULL,
    owner_id INTEGER NOT NULL,
    target_id INTEGER NOT NULL,
    position INTEGER NOT NULL,
    PRIMARY KEY (id),
    UNIQUE (owner_id, target_id),
    FOREIGN KEY(owner_id) REFERENCES expert (id) ON DELETE CASCADE,
    FOREIGN KEY(target_id) REFERENCES person (id) ON DELETE CASCADE
) STRICT;

CREATE INDEX ix_expert_inside_people_target_id ON expert_inside_people (target_id);

CREATE TABLE expectation (
    id INTEGER NOT NULL,
    expert_id INTEGER NOT NULL,
    uid TEXT NOT NULL,
    position INTEGER NOT NULL,
    text TEXT NOT NULL,
    outcome TEXT,
    PRIMARY KEY (id),
    FOREIGN KEY(expert_id) REFERENCES expert (id) ON DELETE CASCADE,
    UNIQUE (uid)
) STRICT;

CREATE INDEX ix_expectation_expert_id ON expectation (expert_id);

CREATE TABLE candidate (
    id INTEGER NOT NULL,
    expert_id INTEGER NOT NULL,
    uid TEXT NOT NULL,
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    organisation TEXT NOT NULL,
    chosen INTEGER NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(expert_id) REFERENCES expert (id) ON DELETE CASCADE,
    UNIQUE (uid)
) STRICT;

CREATE INDEX ix_candidate_expert_id ON candidate (expert_id);

CREATE TABLE criterion_score (
    id INTEGER NOT NULL,
    candidate_id INTEGER NOT NULL,
    uid TEXT NOT NULL,
    criterion TEXT NOT NULL,
    score INTEGER,
    evidence TEXT NOT NULL,
    PRIMARY KEY (id),
    CHECK ("score" BETWEEN 1 AND 5),
    FOREIGN KEY(candidate_id) REFERENCES candidate (id) ON DELETE CASCADE,
    UNIQUE (uid)
) STRICT;

CREATE INDEX ix_criterion_score_candidate_id ON criterion_score (candidate_id);

CREATE TABLE deployment (
    id INTEGER NOT NULL,
    expert_id INTEGER NOT NULL,
    uid TEXT NOT NULL,
    position INTEGER NOT NULL,
    kind TEXT NOT NULL,
    sessions INTEGER NOT NULL,
    names TEXT NOT NULL,
    product TEXT NOT NULL,
    due TEXT,
    period_start TEXT,
    period_end TEXT,
    milestones TEXT NOT NULL,
    fee INTEGER NOT NULL,
    travel INTEGER NOT NULL,
    vat_note TEXT NOT NULL,
    goal INTEGER,
    PRIMARY KEY (id),
    CHECK ("sessions" BETWEEN 0 AND 1000000),
    CHECK ("fee" BETWEEN 0 AND 100000000000),
    CHECK ("travel" BETWEEN 0 AND 100000000000),
    FOREIGN KEY(expert_id) REFERENCES expert (id) ON DELETE CASCADE,
    UNIQUE (uid),
    FOREIGN KEY(goal) REFERENCES goal (id) ON DELETE SET NULL
) STRICT;

CREATE INDEX ix_deployment_expert_id ON deployment (expert_id);
CREATE INDEX ix_deployment_goal ON deployment (goal);

CREATE TABLE deployment_audience (
    id INTEGER NOT NULL,
    owner_id INTEGER NOT NULL,
    target_id INTEGER NOT NULL,
    position INTEGER NOT NULL,
    PRIMARY KEY (id),
    UNIQUE (owner_id, target_id),
    FOREIGN KEY(owner_id) REFERENCES deployment (id) ON DELETE CASCADE,
    FOREIGN KEY(target_id) REFERENCES "group" (id) ON DELETE CASCADE
) STRICT;

CREATE INDEX ix_deployment_audience_target_id ON deployment_audience (target_id);

CREATE TABLE deployment_blocks (
    id INTEGER NOT NULL,
    owner_id INTEGER NOT NULL,
    target_id INTEGER NOT NULL,
    position INTEGER NOT NULL,
    PRIMARY KEY (id),
    UNIQUE (owner_id, target_id),
    FOREIGN KEY(owner_id) REFERENCES deployment (id) ON DELETE CASCADE,
    FOREIGN KEY(target_id) REFERENCES block (id) ON DELETE CASCADE
) STRICT;

CREATE INDEX ix_deployment_blocks_target_id ON deployment_blocks (target_id);

CREATE TABLE ambassador (
    id INTEGER NOT NULL,
    expert_id INTEGER NOT NULL,
    uid TEXT NOT NULL,
    position INTEGER NOT NULL,
    person INTEGER,
    topic TEXT NOT NULL,
    audience TEXT NOT NULL,
    does TEXT NOT NULL,
    minutes INTEGER,
    PRIMARY KEY (id),
    CHECK ("minutes" BETWEEN 0 AND 600000),
    FOREIGN KEY(expert_id) REFERENCES expert (id) ON DELETE CASCADE,
    UNIQUE (uid),
    FOREIGN KEY(person) REFERENCES person (id) ON DELETE SET NULL
) STRICT;

CREATE INDEX ix_ambassador_expert_id ON ambassador (expert_id);
CREATE INDEX ix_ambassador_person ON ambassador (person);

CREATE TABLE action (
    id INTEGER NOT NULL,
    study_day_id INTEGER NOT NULL,
    uid TEXT NOT NULL,
    position INTEGER NOT NULL,
    what TEXT NOT NULL,
    kind TEXT NOT NULL,
    owner INTEGER,
    owner_group INTEGER,
    owner_contact INTEGER,
    block INTEGER,
    due TEXT,
    window_start TEXT,
    count INTEGER,
    minutes INTEGER,
    visible_result TEXT NOT NULL,
    school_class TEXT NOT NULL,
    look_at TEXT NOT NULL,
    result TEXT NOT NULL,
    state TEXT NOT NULL,
    done_on TEXT,
    note TEXT NOT NULL,
    remind_before_days INTEGER,
    PRIMARY KEY (id),
    CHECK ("count" BETWEEN 0 AND 1000000),
    CHECK ("minutes" BETWEEN 0 AND 600000),
    CHECK ("remind_before_days" BETWEEN 0 AND 3650),
    FOREIGN KEY(study_day_id) REFERENCES study_day (id) ON DELETE CASCADE,
    UNIQUE (uid),
    FOREIGN KEY(owner) REFERENCES person (id) ON DELETE SET NULL,
    FOREIGN KEY(owner_group) REFERENCES "group" (id) ON DELETE SET NULL,
    FOREIGN KEY(owner_contact) REFERENCES person (id) ON DELETE SET NULL,
    FOREIGN KEY(block) REFERENCES block (id) ON DELETE SET NULL
) STRICT;

CREATE INDEX ix_action_block ON action (block);
CREATE INDEX ix_action_owner ON action (owner);
CREATE INDEX ix_action_owner_contact ON action (owner_contact);
CREATE INDEX ix_action_owner_group ON action (owner_group);
CREATE INDEX ix_action_study_day_id ON action (study_day_id);

CREATE TABLE action_goals (
    id INTEGER NOT NULL,
    owner_id INTEGER NOT NULL,
    target_id INTEGER NOT NULL,
    position INTEGER NOT NULL,
    PRIMARY KEY (id),
    UNIQUE (owner_id, target_id),
    FOREIGN KEY(owner_id) REFERENCES action (id) ON DELETE CASCADE,
    FOREIGN KEY(target_id) REFERENCES goal (id) ON DELETE CASCADE
) STRICT;

CREATE INDEX ix_action_goals_target_id ON action_goals (target_id);

CREATE TABLE support (
    id INTEGER NOT NULL,
    action_id INTEGER NOT NULL,
    uid TEXT NOT NULL,
    position INTEGER NOT NULL,
    kind TEXT NOT NULL,
    giver TEXT NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(action_id) REFERENCES action (id) ON DELETE CASCADE,
    UNIQUE (uid)
) STRICT;

CREATE INDEX ix_support_action_id ON support (action_id);

CREATE TABLE checklist_item (
    id INTEGER NOT NULL,
    action_id INTEGER NOT NULL,
    uid TEXT NOT NULL,
    position INTEGER NOT NULL,
    text TEXT NOT NULL,
    done INTEGER NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(action_id) REFERENCES action (id) ON DELETE CASCADE,
    UNIQUE (uid)
) STRICT;

CREATE INDEX ix_checklist_item_action_id ON checklist_item (action_id);

CREATE TABLE measure (
    id INTEGER NOT NULL,
    study_day_id INTEGER NOT NULL,
    uid TEXT NOT NULL,
    position INTEGER NOT NULL,
    title TEXT NOT NULL,
    level TEXT NOT NULL,
    instruments TEXT NOT NULL,
    approach TEXT NOT NULL,
    "when" TEXT,
    block INTEGER,
    who INTEGER,
    question_set INTEGER,
    baseline_measure INTEGER,
    note TEXT NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(study_day_id) REFERENCES study_day (id) ON DELETE CASCADE,
    UNIQUE (uid),
    FOREIGN KEY(block) REFERENCES block (id) ON DELETE SET NULL,
    FOREIGN KEY(who) REFERENCES person (id) ON DELETE SET NULL,
    FOREIGN KEY(question_set) REFERENCES question_set (id) ON DELETE SET NULL,
    FOREIGN KEY(baseline_measure) REFERENCES measure (id) ON DELETE SET NULL
) STRICT;

CREATE INDEX ix_measure_baseline_measure ON measure (baseline_measure);
CREATE INDEX ix_measure_block ON measure (block);
CREATE INDEX ix_measure_question_set ON measure (question_set);
CREATE INDEX ix_measure_study_day_id ON measure (study_day_id);
CREATE INDEX ix_measure_who ON measure (who);

CREATE TABLE measure_goals (
    id INTEGER NOT NULL,
    owner_id INTEGER NOT NULL,
    target_id INTEGER NOT NULL,
    position INTEGER NOT NULL,
    PRIMARY KEY (id),
    UNIQUE (owner_id, target_id),
    FOREIGN KEY(owner_id) REFERENCES measure (id) ON DELETE CASCADE,
    FOREIGN KEY(target_id) REFERENCES goal (id) ON DELETE CASCADE
) STRICT;

CREATE INDEX ix_measure_goals_target_id ON measure_goals (target_id);

CREATE TABLE result (
    id INTEGER NOT NULL,
    study_day_id INTEGER NOT NULL,
    uid TEXT NOT NULL,
    measure INTEGER NOT NULL,
    question INTEGER,
    date TEXT,
    n INTEGER,
    invited INTEGER,
    mean REAL,
    spread REAL,
    distribution TEXT NOT NULL,
    text TEXT NOT NULL,
    shared INTEGER NOT NULL,
    PRIMARY KEY (id),
    CHECK ("n" BETWEEN 0 AND 1000000),
    CHECK ("invited" BETWEEN 0 AND 1000000),
    FOREIGN KEY(study_day_id) REFERENCES study_day (id) ON DELETE CASCADE,
    UNIQUE (uid),
    FOREIGN KEY(measure) REFERENCES measure (id) ON DELETE CASCADE,
    FOREIGN KEY(question) REFERENCES question (id) ON DELETE SET NULL
) STRICT;

CREATE INDEX ix_result_measure ON result (measure);
CREATE INDEX ix_result_question ON result (question);
CREATE INDEX ix_result_study_day_id ON result (study_day_id);

CREATE TABLE insight (
    id INTEGER NOT NULL,
    study_day_id INTEGER NOT NULL,
    uid TEXT NOT NULL,
    position INTEGER NOT NULL,
    text TEXT NOT NULL,
    verdict TEXT NOT NULL,
    block INTEGER,
    working_format INTEGER,
    expert INTEGER,
    source TEXT NOT NULL,
    kept_at TEXT NOT NULL,
    taken_along_to TEXT NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(study_day_id) REFERENCES study_day (id) ON DELETE CASCADE,
    UNIQUE (uid),
    FOREIGN KEY(block) REFERENCES block (id) ON DELETE SET NULL,
    FOREIGN KEY(working_format) REFERENCES working_format (id) ON DELETE SET NULL,
    FOREIGN KEY(expert) REFERENCES expert (id) ON DELETE SET NULL
) STRICT;

CREATE INDEX ix_insight_block ON insight (block);
CREATE INDEX ix_insight_expert ON insight (expert);
CREATE INDEX ix_insight_study_day_id ON insight (study_day_id);
CREATE INDEX ix_insight_working_format ON insight (working_format);

CREATE TABLE decision (
    id INTEGER NOT NULL,
    study_day_id INTEGER NOT NULL,
    uid TEXT NOT NULL,
    position INTEGER NOT NULL,
    what TEXT NOT NULL,
    about TEXT NOT NULL,
    goal INTEGER,
    need INTEGER,
    working_format INTEGER,
    learning_form INTEGER,
    "by" TEXT NOT NULL,
    why TEXT NOT NULL,
    date TEXT,
    PRIMARY KEY (id),
    FOREIGN KEY(study_day_id) REFERENCES study_day (id) ON DELETE CASCADE,
    UNIQUE (uid),
    FOREIGN KEY(goal) REFERENCES goal (id) ON DELETE SET NULL,
    FOREIGN KEY(need) REFERENCES need (id) ON DELETE SET NULL,
    FOREIGN KEY(working_format) REFERENCES working_format (id) ON DELETE SET NULL,
    FOREIGN KEY(learning_form) REFERENCES learning_form (id) ON DELETE SET NULL
) STRICT;

CREATE INDEX ix_decision_goal ON decision (goal);
CREATE INDEX ix_decision_learning_form ON decision (learning_form);
CREATE INDEX ix_decision_need ON decision (need);
CREATE INDEX ix_decision_study_day_id ON decision (study_day_id);
CREATE INDEX ix_decision_working_format ON decision (working_format);

CREATE TABLE success (
    id INTEGER NOT NULL,
    study_day_id INTEGER NOT NULL,
    uid TEXT NOT NULL,
    what TEXT NOT NULL,
    who TEXT NOT NULL,
    evidence TEXT NOT NULL,
    date TEXT,
    PRIMARY KEY (id),
    FOREIGN KEY(study_day_id) REFERENCES study_day (id) ON DELETE CASCADE,
    UNIQUE (uid)
) STRICT;

CREATE INDEX ix_success_study_day_id ON success (study_day_id);

CREATE TABLE acceptance (
    id INTEGER NOT NULL,
    study_day_id INTEGER NOT NULL,
    uid TEXT NOT NULL,
    rule TEXT NOT NULL,
    concerns TEXT NOT NULL,
    reason TEXT NOT NULL,
    "by" TEXT NOT NULL,
    date TEXT,
    PRIMARY KEY (id),
    FOREIGN KEY(study_day_id) REFERENCES study_day (id) ON DELETE CASCADE,
    UNIQUE (uid)
) STRICT;

CREATE INDEX ix_acceptance_study_day_id ON acceptance (study_day_id);

CREATE TABLE version (
    id INTEGER NOT NULL,
    study_day_id INTEGER NOT NULL,
    uid TEXT NOT NULL,
    number INTEGER NOT NULL,
    name TEXT NOT NULL,
    made_on TEXT,
    document TEXT NOT NULL,
    format INTEGER NOT NULL,
    content TEXT NOT NULL,
    PRIMARY KEY (id),
    CHECK ("number" BETWEEN 0 AND 1000000),
    CHECK ("format" BETWEEN 0 AND 1000000),
    FOREIGN KEY(study_day_id) REFERENCES study_day (id) ON DELETE CASCADE,
    UNIQUE (uid)
) STRICT;

CREATE INDEX ix_version_study_day_id ON version (study_day_id);
CREATE VIRTUAL TABLE search_text USING fts5(day UNINDEXED, title, body, tokenize = 'unicode61 remove_diacritics 2');
