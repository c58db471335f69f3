"""The names of the members of every enum."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from studydag.model.values.choices import GroupMix, Presence, RegistrationRole
from studydag.model.values.climate import AgreementState, ClimatePillar, ClimateRow
from studydag.model.values.dates import DateUnit
from studydag.model.values.effect import Approach, Instrument, Verdict
from studydag.model.values.expertise import ContractState, Criterion, DeploymentKind, ExpectationOutcome
from studydag.model.values.findings import Severity
from studydag.model.values.follow_up import ActionKind, ActionState, MomentKind, SupportKind
from studydag.model.values.formats import Phase, SetUp
from studydag.model.values.goals import (
    GoalKind,
    ImpactRow,
    Level,
    NeedSetting,
    NeedSource,
    Respondents,
    Trend,
)
from studydag.model.values.imported import LineKind
from studydag.model.values.programme import (
    Attendance,
    BlockKind,
    Interaction,
    LeadersPart,
    LeadStatus,
    MaterialPer,
    Mode,
    ResourceKind,
    ResourceWhen,
    RoundRule,
)
from studydag.model.values.questions import QuestionKind, QuestionPurpose
from studydag.model.values.school import (
    Accessibility,
    DocumentLanguage,
    EffectLevel,
    GroupKind,
    HolidayRegion,
    PersonRole,
    Weekday,
)
from studydag.model.values.study_day import DayStatus, DecisionAbout, Occasion
from studydag.model.values.trajectory import ParticipantRole
from studydag.model.values.wording import N_

# A StrEnum's members equal their values, so members of two enums may not share one mapping.
_PROGRAMME: Final[Mapping[type[StrEnum], Mapping[StrEnum, str]]] = {
    Phase: {
        Phase.INSPIRATION: N_("inspiration"),
        Phase.KNOWLEDGE: N_("knowledge"),
        Phase.APPLICATION: N_("application"),
        Phase.REFLECTION: N_("reflection"),
        Phase.BREAK: N_("break"),
        Phase.ORGANISATION: N_("organisation"),
    },
    SetUp: {
        SetUp.ANY: N_("any set-up"),
        SetUp.THEATRE: N_("theatre"),
        SetUp.CLASSROOM: N_("rows of tables"),
        SetUp.U_SHAPE: N_("U-shape"),
        SetUp.CIRCLE: N_("circle"),
        SetUp.ISLANDS: N_("islands"),
        SetUp.PAIRS: N_("in pairs"),
        SetUp.CAFE: N_("café tables"),
        SetUp.FISHBOWL: N_("fishbowl"),
        SetUp.STATIONS: N_("stations"),
        SetUp.WALLS: N_("walls to write and hang things on"),
        SetUp.STANDING: N_("standing, open floor"),
        SetUp.WALKING: N_("walking"),
        SetUp.OUTDOORS: N_("outdoors"),
    },
    BlockKind: {
        BlockKind.BLOCK: N_("block"),
        BlockKind.ROUND: N_("choice round"),
    },
    RoundRule: {
        RoundRule.FREE_CHOICE: N_("free choice"),
        RoundRule.BY_GROUP: N_("by group"),
    },
    Interaction: {
        Interaction.LISTEN: N_("listening"),
        Interaction.PLENARY_TALK: N_("whole-group discussion"),
        Interaction.INDIVIDUAL: N_("individual"),
        Interaction.PAIRS: N_("in pairs"),
        Interaction.SMALL_GROUPS: N_("in small groups"),
    },
    Mode: {
        Mode.IN_PERSON: N_("in person"),
        Mode.ONLINE: N_("online"),
        Mode.HYBRID: N_("hybrid"),
        Mode.SELF_PACED: N_("self-paced"),
    },
    Attendance: {
        Attendance.COMPULSORY: N_("compulsory"),
        Attendance.BY_CHOICE: N_("by choice"),
        Attendance.COMPULSORY_FOR_GROUPS: N_("compulsory for some groups"),
    },
    LeadStatus: {
        LeadStatus.IDEA: N_("idea"),
        LeadStatus.ASKED: N_("asked"),
        LeadStatus.CONFIRMED: N_("confirmed"),
        LeadStatus.CANCELLED: N_("cancelled"),
    },
    LeadersPart: {
        LeadersPart.OPENS: N_("opens"),
        LeadersPart.LEARNS_ALONG: N_("takes part as a learner"),
        LeadersPart.CLOSES: N_("closes"),
    },
    MaterialPer: {
        MaterialPer.PERSON: N_("per person"),
        MaterialPer.GROUP: N_("per group"),
        MaterialPer.ONCE: N_("in all"),
    },
    ResourceKind: {
        ResourceKind.LITERATURE: N_("literature"),
        ResourceKind.LINK: N_("link"),
        ResourceKind.FILE: N_("file"),
        ResourceKind.PERSON: N_("person"),
    },
    ResourceWhen: {
        ResourceWhen.BEFORE: N_("beforehand"),
        ResourceWhen.DURING: N_("on the day"),
        ResourceWhen.AFTER: N_("afterwards"),
    },
}
_CHOICES: Final[Mapping[type[StrEnum], Mapping[StrEnum, str]]] = {
    RegistrationRole: {
        RegistrationRole.PARTICIPANT: N_("participant"),
        RegistrationRole.LEAD: N_("lead"),
        RegistrationRole.GUEST: N_("guest"),
    },
    Presence: {
        Presence.PRESENT: N_("present"),
        Presence.ABSENT: N_("absent"),
        Presence.PARTLY: N_("partly"),
        Presence.WALK_IN: N_("walk-in"),
    },
    GroupMix: {
        GroupMix.NONE: N_("not mixed"),
        GroupMix.SECTION: N_("across departments"),
        GroupMix.EXPERIENCE: N_("across years of experience"),
    },
}
_GOALS: Final[Mapping[type[StrEnum], Mapping[StrEnum, str]]] = {
    NeedSource: {
        NeedSource.PUPIL_RESULTS: N_("pupil results"),
        NeedSource.OBSERVATION: N_("lesson observation"),
        NeedSource.APPRAISAL_TALKS: N_("appraisal and development talks"),
        NeedSource.SELF_EVALUATION: N_("self-evaluation or competence scan"),
        NeedSource.SATISFACTION_SURVEY: N_("satisfaction survey"),
        NeedSource.INFORMAL_TALK: N_("informal talk"),
        NeedSource.OUTSIDE_LOOK: N_("outside view"),
        NeedSource.OTHER: N_("other source"),
    },
    NeedSetting: {
        NeedSetting.TEAM_MEETING: N_("team meeting"),
        NeedSetting.PEER_CONSULTATION: N_("peer consultation"),
        NeedSetting.ONE_TO_ONE: N_("one-to-one talk"),
        NeedSetting.CORRIDOR: N_("in passing"),
    },
    Respondents: {
        Respondents.PUPILS: N_("pupils"),
        Respondents.PARENTS: N_("parents"),
        Respondents.STAFF: N_("staff"),
    },
    Trend: {
        Trend.UP: N_("rising"),
        Trend.FLAT: N_("unchanged"),
        Trend.DOWN: N_("falling"),
    },
    Level: {
        Level.INDIVIDUAL: N_("individual"),
        Level.SUBGROUP: N_("subgroup"),
        Level.TEAM: N_("team"),
        Level.SCHOOL: N_("school"),
    },
    GoalKind: {
        GoalKind.KNOW: N_("knowing"),
        GoalKind.THINK: N_("thinking"),
        GoalKind.DO: N_("doing"),
    },
    ImpactRow: {
        ImpactRow.PROFESSIONAL: N_("professionals"),
        ImpactRow.PUPILS: N_("pupils"),
        ImpactRow.SCHOOL: N_("school"),
        ImpactRow.FIELD: N_("the field of education"),
    },
}
_FOLLOW_UP: Final[Mapping[type[StrEnum], Mapping[StrEnum, str]]] = {
    ActionKind: {
        ActionKind.TASK: N_("task"),
        ActionKind.EXPERIMENT: N_("experiment"),
        ActionKind.VISIT: N_("visit"),
    },
    ActionState: {
        ActionState.OPEN: N_("open"),
        ActionState.BUSY: N_("in progress"),
        ActionState.DONE: N_("done"),
        ActionState.DID_NOT_WORK: N_("did not work"),
        ActionState.DROPPED: N_("dropped"),
    },
    SupportKind: {
        SupportKind.TIME: N_("time"),
        SupportKind.COACH: N_("coach"),
        SupportKind.CO_TEACHING: N_("co-teaching"),
        SupportKind.MATERIAL: N_("material"),
        SupportKind.EXAMPLE: N_("example lesson"),
    },
    MomentKind: {
        MomentKind.REFLECTION: N_("reflection"),
        MomentKind.SHARING: N_("sharing successes"),
        MomentKind.STRUCTURE: N_("standing structure"),
        MomentKind.COLLECTING_NEEDS: N_("collecting needs"),
        MomentKind.MEETING: N_("meeting of an activity"),
    },
    DateUnit: {
        DateUnit.DAYS: N_("days"),
        DateUnit.WEEKS: N_("weeks"),
        DateUnit.MONTHS: N_("months"),
    },
    ParticipantRole: {
        ParticipantRole.PARTICIPANT: N_("participant"),
        ParticipantRole.COACH: N_("coach"),
        ParticipantRole.COACHEE: N_("coachee"),
        ParticipantRole.OBSERVER: N_("observer"),
        ParticipantRole.LEAD: N_("lead"),
    },
}
_EFFECT: Final[Mapping[type[StrEnum], Mapping[StrEnum, str]]] = {
    EffectLevel: {
        EffectLevel.REACTION: N_("1 reaction"),
        EffectLevel.LEARNING: N_("2 learning"),
        EffectLevel.BEHAVIOUR: N_("3 behaviour"),
        EffectLevel.ORGANISATION: N_("4 result for the organisation"),
        EffectLevel.PUPILS: N_("4 result for pupils"),
        EffectLevel.CLIMATE: N_("learning climate"),
    },
    Instrument: {
        Instrument.SATISFACTION_SURVEY: N_("satisfaction survey"),
        Instrument.FEEDBACK_FORM: N_("feedback form"),
        Instrument.KNOWLEDGE_TEST: N_("knowledge test"),
        Instrument.REFLECTION_REPORT: N_("reflection report"),
        Instrument.PORTFOLIO: N_("portfolio"),
        Instrument.OBSERVATION: N_("lesson observation"),
        Instrument.INTERVISION: N_("peer consultation"),
        Instrument.SELF_EVALUATION: N_("self-evaluation"),
        Instrument.PUPIL_RESULTS: N_("pupil results"),
        Instrument.SCHOOL_CLIMATE: N_("school climate"),
        Instrument.QUALITY_INDICATORS: N_("quality indicators"),
        Instrument.PRE_POST_TEST: N_("pre-test and post-test"),
        Instrument.FOCUS_GROUP: N_("focus group"),
        Instrument.PUPIL_FEEDBACK: N_("pupil feedback"),
        Instrument.LOG: N_("log"),
    },
    Approach: {
        Approach.QUANTITATIVE: N_("in figures"),
        Approach.QUALITATIVE: N_("in words"),
        Approach.BOTH: N_("in figures and words"),
    },
    Verdict: {
        Verdict.KEEP: N_("keep"),
        Verdict.CHANGE: N_("change"),
        Verdict.STOP: N_("stop"),
    },
    QuestionPurpose: {
        QuestionPurpose.EVALUATION: N_("evaluation"),
        QuestionPurpose.OBSERVATION: N_("lesson observation"),
        QuestionPurpose.PULSE: N_("pulse"),
        QuestionPurpose.FOCUS_GROUP: N_("focus group"),
        QuestionPurpose.LOG: N_("log"),
    },
    QuestionKind: {
        QuestionKind.SCALE: N_("scale"),
        QuestionKind.OPEN: N_("open question"),
        QuestionKind.CHOICE: N_("multiple choice"),
    },
}
_CLIMATE_AND_EXPERTISE: Final[Mapping[type[StrEnum], Mapping[StrEnum, str]]] = {
    ClimateRow: {
        ClimateRow.OPEN_COMMUNICATION: N_("open communication and transparent decisions"),
        ClimateRow.PERSPECTIVES: N_("appreciation of different perspectives and contributions"),
        ClimateRow.FEEDBACK: N_("a constructive feedback culture aimed at growth"),
        ClimateRow.EXPERIMENT: N_("room to experiment and learn from mistakes"),
        ClimateRow.TIME: N_("structural time for professional learning in the timetable"),
        ClimateRow.SPACE: N_("rooms that help people work together and share knowledge"),
        ClimateRow.RESOURCES: N_("access to relevant sources, literature and expertise"),
        ClimateRow.EXPECTATIONS: N_("clear expectations and goals for professional learning"),
        ClimateRow.OWN: N_("own row"),
    },
    ClimatePillar: {
        ClimatePillar.SAFETY: N_("safety"),
        ClimatePillar.TIME_AND_SPACE: N_("time and space"),
        ClimatePillar.APPRECIATION: N_("appreciation"),
    },
    AgreementState: {
        AgreementState.OPEN: N_("open"),
        AgreementState.AGREED: N_("agreed"),
        AgreementState.IN_PLACE: N_("in place"),
    },
    Criterion: {
        Criterion.EXPERTISE: N_("proven expertise and experience"),
        Criterion.TAILORING: N_("willingness to tailor"),
        Criterion.VISION: N_("a view of learning and development that fits ours"),
        Criterion.TRANSFER: N_("ability to pass on knowledge and build capacity inside"),
    },
    ExpectationOutcome: {
        ExpectationOutcome.MET: N_("met"),
        ExpectationOutcome.PARTLY: N_("partly"),
        ExpectationOutcome.NOT_MET: N_("not met"),
    },
    ContractState: {
        ContractState.NONE: N_("nothing agreed yet"),
        ContractState.ASKED: N_("asked"),
        ContractState.OFFERED: N_("offer received"),
        ContractState.AGREED: N_("agreed"),
        ContractState.CANCELLED: N_("cancelled"),
    },
    DeploymentKind: {
        DeploymentKind.TRAINING: N_("training or workshop"),
        DeploymentKind.COACHING: N_("coaching"),
        DeploymentKind.ADVICE: N_("advice on vision and policy"),
        DeploymentKind.PROCESS_GUIDANCE: N_("process guidance"),
        DeploymentKind.AUDIT: N_("external audit or evaluation"),
    },
}
_DAY_AND_SCHOOL: Final[Mapping[type[StrEnum], Mapping[StrEnum, str]]] = {
    Occasion: {
        Occasion.ORIENTATION: N_("orientation"),
        Occasion.STARTING_POINT: N_("starting point"),
        Occasion.BOOST: N_("boost along the way"),
    },
    DayStatus: {
        DayStatus.IDEA: N_("idea"),
        DayStatus.DESIGN: N_("design"),
        DayStatus.READY: N_("ready"),
        DayStatus.HELD: N_("held"),
        DayStatus.EVALUATED: N_("evaluated"),
        DayStatus.ARCHIVED: N_("archived"),
    },
    DecisionAbout: {
        DecisionAbout.DAY: N_("the day"),
        DecisionAbout.GOAL: N_("goal"),
        DecisionAbout.NEED: N_("need"),
        DecisionAbout.FORMAT: N_("working format"),
        DecisionAbout.LEARNING_FORM: N_("learning form"),
        DecisionAbout.CLIMATE: N_("learning climate"),
        DecisionAbout.OTHER: N_("something else"),
    },
    LineKind: {
        LineKind.ITEM: N_("block"),
        LineKind.OPTION: N_("option of the block above"),
        LineKind.PARKED: N_("parked block"),
        LineKind.NOTE: N_("belongs to the block above"),
        LineKind.DATE: N_("begins a part"),
        LineKind.TITLE: N_("title of the day"),
        LineKind.VENUE: N_("venue"),
        LineKind.HEADING: N_("heading"),
        LineKind.SKIPPED: N_("left out"),
        LineKind.NOT_UNDERSTOOD: N_("not understood"),
    },
    Severity: {
        Severity.MUST: N_("must"),
        Severity.SHOULD: N_("should"),
        Severity.HINT: N_("hint"),
    },
    DocumentLanguage: {
        DocumentLanguage.DUTCH: N_("Dutch"),
        DocumentLanguage.ENGLISH: N_("English"),
    },
    HolidayRegion: {
        HolidayRegion.NL_NORTH: N_("Netherlands, north"),
        HolidayRegion.NL_MIDDLE: N_("Netherlands, central"),
        HolidayRegion.NL_SOUTH: N_("Netherlands, south"),
        HolidayRegion.FLANDERS: N_("Flanders"),
        HolidayRegion.FRENCH_BELGIUM: N_("French-speaking Belgium"),
        HolidayRegion.OTHER: N_("other country"),
        HolidayRegion.NONE: N_("no school holidays"),
    },
    PersonRole: {
        PersonRole.TEACHER: N_("teacher"),
        PersonRole.SUPPORT: N_("support staff"),
        PersonRole.LEADER: N_("school leader"),
        PersonRole.EXTERNAL: N_("from outside"),
    },
    GroupKind: {
        GroupKind.SECTION: N_("department"),
        GroupKind.YEAR: N_("year group"),
        GroupKind.ROLE: N_("job"),
        GroupKind.OTHER: N_("other group"),
    },
    Accessibility: {
        Accessibility.STEP_FREE: N_("step-free"),
        Accessibility.HEARING_LOOP: N_("hearing loop"),
        Accessibility.ACCESSIBLE_TOILET: N_("accessible toilet"),
        Accessibility.LOW_STIMULUS: N_("low-stimulus"),
        Accessibility.LARGE_PRINT: N_("large print"),
    },
    Weekday: {
        Weekday.MONDAY: N_("Monday"),
        Weekday.TUESDAY: N_("Tuesday"),
        Weekday.WEDNESDAY: N_("Wednesday"),
        Weekday.THURSDAY: N_("Thursday"),
        Weekday.FRIDAY: N_("Friday"),
        Weekday.SATURDAY: N_("Saturday"),
        Weekday.SUNDAY: N_("Sunday"),
    },
}

MEMBERS: Final[Mapping[type[StrEnum], Mapping[StrEnum, str]]] = MappingProxyType(
    {
        **_PROGRAMME,
        **_CHOICES,
        **_GOALS,
        **_FOLLOW_UP,
        **_EFFECT,
        **_CLIMATE_AND_EXPERTISE,
        **_DAY_AND_SCHOOL,
    }
)
