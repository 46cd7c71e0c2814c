//! The support circle.

use crate::practice::{CircleWords, SupportKind};

pub(super) const CIRCLE: CircleWords = CircleWords {
    heading: "Who do you think aloud with?",
    lede: "A few short questions, and no score. The higher a seat, the fewer people its holder can be unsure in front of. That comes with the seat, whoever sits in it, so it is worth a look at what you have around you.",
    new_role: "Is this your first year in the role?",
    from_within: "Were you promoted from within?",
    from_within_hint: "So that former peers now report to you, or sit beside you.",
    outside: "With how many people outside your organisation do you think aloud about your work?",
    outside_nobody: "Nobody at the moment",
    outside_one: "One",
    outside_several: "Two or more",
    confidential: "Does what you say there stay there?",
    understands_cost: "Do they know what a role like yours costs?",
    understands_cost_hint: "The hours, the choices between two bad options, the things you may not say.",
    last_talk: "When did you last talk like that?",
    yes: "Yes",
    no: "No",
    not_sure: "I am not sure",
    not_really: "Not really",
    leave_open: "Leave this open",

    picture_heading: "What you have, and what may be missing",
    empty: "As soon as you say how many people there are, a short paragraph will appear here.",
    nobody: "At the moment there is nobody outside to think aloud with. Roles like yours are built that way: people to be unsure with fall away one by one, and no one supplies new ones. Your boss, your team and HR can each help with a part, yet each has a stake in what you say. One person without a stake would be a beginning.",
    not_confidential: "There is somebody, with a question mark over where your words may go. So you may be editing as you speak, and an edited problem is hard to think about. You could ask outright what stays between you. If the answer is not clear, keep this tie for other things, and look for one where it is.",
    does_not_know_the_role: "You are listened to, perhaps without a sense of what your seat asks of you. Warmth counts for a lot. Still, you may be leaving out what takes long to explain, and that is often the heavy part. Somebody who has sat in such a seat, in any trade, could come in beside.",
    long_ago: "There is somebody to talk with, and the talks have paused. Senior diaries do that: whatever has no date gives way to whatever has one. Nothing needs mending here. Send a message with two possible dates, and when you meet, set the next one before you part.",
    one: "There is one person outside with whom you can think aloud, which may be worth more than a long list of contacts. It also rests on one life: people move, fall ill, change jobs. A second person, of another kind, would take some weight off this tie.",
    several: "You can think aloud with two or more people outside. That does not come with the seat, so you have built it. Open questions are left: whether your words stay there, whether these people know what the role asks, and when you last talked. Those decide how much it can carry.",
    well_supported: "You have people outside who keep things to themselves, have an idea of your role, and talked with you not long ago. Few seats come with that; somebody built it, and it fades if left alone. Set the next dates now, while it is easy. You may also know a colleague who has nobody yet.",
    new_role_note: "In a first year, the old circle has often thinned out before there is a new one. Feeling that is no sign of being in the wrong seat.",
    old_network_note: "After a promotion from within it is tempting to rebuild the old circle: the same table, the same frank talk. It is a common misstep. Some of those people now report to you, some may have wanted your seat, and most will weigh what they say. Keep the friendships, let them change shape, and take the frank talk outside.",
    signpost: "If it weighs on you more than work should, you don’t have to wait until you have a circle. A doctor is a good first person to tell. Many employers have an employee assistance line that keeps calls in confidence, and most places have a local crisis line for the hours when it is too much. If you are not safe right now, call the emergency number where you are.",

    kinds_heading: "Three kinds of support",
    kinds: [
        SupportKind {
            name: "Coach",
            good_for: "working on how you lead, with someone whose only business in that hour is you",
            first_step: "Ask two people you respect whom they worked with. Have a first talk with two coaches, and ask what stays in confidence, also towards your employer if it pays.",
        },
        SupportKind {
            name: "Peer advisory group",
            good_for: "hearing how others in the same seat handle what you face, and finding that you are not the only one",
            first_step: "Look for a group whose members do not compete with you or sell to you. Ask to sit in once, and ask about its rule on confidence.",
        },
        SupportKind {
            name: "Mentor",
            good_for: "the long view, from someone who has held such a role and has nothing left to prove in it",
            first_step: "Write to one person whose judgement you trust, with one real question. If the talk is good, ask for another in a month; the word “mentor” can wait.",
        },
    ],
    good_for: "Good for",
    first_step: "First step",
    clear: "Clear these answers",
};
