//! The shape of the `practice` object of an exported result: what a visitor ticked. Field order
//! here is key order in the file.

#[cfg(feature = "schema")]
mod schema;

use serde::Serialize;

/// The parts of the practice that the visitor ticked. None of it goes into the scores.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PracticeDocument {
    /// The relationship map, in the visitor's order.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(
        feature = "schema",
        schemars(with = "Vec<RelationshipDocument>", extend("maxItems" = 30))
    )]
    pub map: Option<Vec<RelationshipDocument>>,
    /// The support circle: answers without a score; null: not answered.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "CircleDocument"))]
    pub circle: Option<CircleDocument>,
    /// The act that is planned.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "PlanDocument"))]
    pub plan: Option<PlanDocument>,
    /// What came of earlier plans, oldest first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "schema", schemars(extend("maxItems" = 520)))]
    pub weeks: Vec<WeekDocument>,
}

/// One relationship.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct RelationshipDocument {
    /// Initials or a role word.
    #[cfg_attr(feature = "schema", schemars(length(min = 1, max = 40)))]
    pub name: String,
    /// Where the person stands, seen from the leader.
    #[cfg_attr(feature = "schema", schemars(schema_with = "schema::place"))]
    pub place: &'static str,
    /// What the person is to the leader.
    #[cfg_attr(feature = "schema", schemars(schema_with = "schema::kind"))]
    pub kind: &'static str,
    /// How it stands, in the leader's view.
    #[cfg_attr(feature = "schema", schemars(schema_with = "schema::tie"))]
    pub tie: &'static str,
    /// When the two last really talked, when that was asked.
    #[cfg_attr(feature = "schema", schemars(schema_with = "schema::last_talk"))]
    pub last_talk: &'static str,
    /// Whether the leader marked it as important.
    pub important: bool,
}

/// The support circle.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CircleDocument {
    /// Whether this is the first year in the role.
    pub new_role: Option<bool>,
    /// Whether the leader was promoted from within.
    pub from_within: Option<bool>,
    /// With how many people outside the organisation the leader thinks aloud.
    #[cfg_attr(feature = "schema", schemars(schema_with = "schema::outside"))]
    pub outside: Option<&'static str>,
    /// Whether that stays between them.
    pub confidential: Option<bool>,
    /// Whether they understand what the role costs.
    pub understands_cost: Option<bool>,
    /// When that last happened.
    #[cfg_attr(
        feature = "schema",
        schemars(schema_with = "schema::last_talk_or_null")
    )]
    pub last_talk: Option<&'static str>,
}

/// The act that is planned.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PlanDocument {
    /// With whom: the place in `map`, from 1, if the map is in the file and the person on it.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "u64", extend("minimum" = 1)))]
    pub with: Option<usize>,
    /// Where the person stood when the plan was made.
    #[cfg_attr(feature = "schema", schemars(schema_with = "schema::place"))]
    pub place: &'static str,
    /// Which act.
    #[cfg_attr(feature = "schema", schemars(schema_with = "schema::act"))]
    pub act: &'static str,
    /// How to begin, in the visitor's words.
    #[cfg_attr(feature = "schema", schemars(length(min = 1, max = 600)))]
    pub opener: String,
    /// "When …": may be empty.
    #[cfg_attr(feature = "schema", schemars(length(max = 200)))]
    pub when: String,
    /// "… I will …": may be empty.
    #[cfg_attr(feature = "schema", schemars(length(max = 200)))]
    pub what: String,
    /// The visitor's own part: may be empty.
    #[cfg_attr(feature = "schema", schemars(length(max = 300)))]
    pub mine: String,
    /// What is not the visitor's to carry: may be empty.
    #[cfg_attr(feature = "schema", schemars(length(max = 300)))]
    pub not_mine: String,
    /// When the plan was begun: UTC, RFC 3339, to the second.
    #[cfg_attr(feature = "schema", schemars(schema_with = "schema::moment"))]
    pub begun_at: String,
}

/// One week that was looked back on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct WeekDocument {
    /// What had been planned.
    pub plan: PlanDocument,
    /// Whether it happened.
    #[cfg_attr(feature = "schema", schemars(schema_with = "schema::outcome"))]
    pub outcome: &'static str,
    /// What the visitor noticed: may be empty.
    #[cfg_attr(feature = "schema", schemars(length(max = 600)))]
    pub noticed: String,
    /// What followed.
    #[cfg_attr(feature = "schema", schemars(schema_with = "schema::decision"))]
    pub decision: &'static str,
    /// When the visitor looked back: UTC, RFC 3339, to the second.
    #[cfg_attr(feature = "schema", schemars(schema_with = "schema::moment"))]
    pub closed_at: String,
}
