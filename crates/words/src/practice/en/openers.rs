//! Openers: how to begin, for every act and direction where the act fits. A boss, a peer, a report
//! and a friend each need different words.

use app::practice::{Act, Place};

pub(super) fn opener(act: Act, place: Place) -> Option<&'static str> {
    match place {
        Place::Up => up(act),
        Place::Across => Some(across(act)),
        Place::Down => Some(down(act)),
        Place::Outside => outside(act),
    }
}

fn up(act: Act) -> Option<&'static str> {
    Some(match act {
        Act::NameUnspoken => {
            "Since … I have had the sense that the two of us are being careful with each other. I would rather ask than guess. Is there something you would like me to do differently?"
        }
        Act::AskHow => {
            "Before we get to my list: these weeks with … cannot have been light for you. How are you, and is there anything I could take off your mind?"
        }
        Act::Appreciate => {
            "Thank you for the way you handled …. Because of it I could …. Nothing to answer; I only wanted you to know."
        }
        Act::OwnPart => {
            "When … went wrong, I told you late, and you had to explain it without warning. That was mine. From now on you will hear about such things from me the same day."
        }
        Act::Help => {
            "I know that … lands on your desk this month. I could write a rough version by Thursday, so that you have something to cross out. Would that help?"
        }
        Act::Reconnect => {
            "Lately we have only talked about the next deadline. Could I have twenty minutes this week, with no request attached? I would like to hear what matters most to you just now."
        }
        Act::SharedHabit => return None,
    })
}

fn across(act: Act) -> &'static str {
    match act {
        Act::NameUnspoken => {
            "Our teams have been polite and slow with each other since …, and I think we both see it. Could we have a coffee, leave the agenda out, and say what is going on?"
        }
        Act::AskHow => {
            "Your people have had a rough run with …. Leave our project aside for a minute: how are you holding up?"
        }
        Act::Appreciate => {
            "You stood up for … when it would have been easy to keep quiet. I noticed, and so did my team. Thank you."
        }
        Act::OwnPart => {
            "In the meeting about … I argued against your plan and had not said a word to you first. That put you on the spot, and I am sorry. Next time I’ll come to you first."
        }
        Act::Help => {
            "I hear that you are short of hands for …. One of mine could join you for two days next week, no favour to return. Shall I ask?"
        }
        Act::Reconnect => {
            "We used to compare notes, and I let that slide when … got busy. I am not after anything. Would you like to have lunch next week?"
        }
        Act::SharedHabit => {
            "What if our two teams closed each month with ten minutes on one thing: who on the other side made our work easier? I will bring the first name. If it still feels stiff after three rounds, we drop it."
        }
    }
}

fn down(act: Act) -> &'static str {
    match act {
        Act::NameUnspoken => {
            "I may be reading this wrong. Since … you have been quieter with me, and I wonder whether I had a part in that. You need not answer today, and nothing hangs on what you say."
        }
        Act::AskHow => {
            "I would like half an hour with you this week, no status and no tasks. What has been harder than it looks from here, and what do you enjoy?"
        }
        Act::Appreciate => {
            "I saw how you dealt with …, and what it took. I have told … that it was your work. Thank you."
        }
        Act::OwnPart => {
            "Yesterday I cut you short about … in front of the others, and your point got lost. I am sorry. If you still want to make it, I would like to hear it now."
        }
        Act::Help => {
            "You have … and … due in the same week. Pick the one you would gladly be rid of, and I will take it over or move its date."
        }
        Act::Reconnect => {
            "I have been buried in …, and it is a long time since I asked about your work. That is my doing, not yours. Could we take a walk on …, with you choosing what we talk about?"
        }
        Act::SharedHabit => {
            "I would like to try something for a month. When we meet on Fridays, each of us names one person here who helped, and how. I go first, and at the end you tell me whether we keep it."
        }
    }
}

fn outside(act: Act) -> Option<&'static str> {
    Some(match act {
        Act::NameUnspoken => {
            "Something has felt different between us since …, and I keep coming back to it. Maybe it is only me. May I call you this week and simply ask?"
        }
        Act::AskHow => {
            "You came to mind because of …. I have time to listen and no news to sell. How are things on your side?"
        }
        Act::Appreciate => {
            "A while ago you told me …. I leaned on it last week, and it held. I thought you might like to hear that it is still at work."
        }
        Act::OwnPart => {
            "I said I would …, and then you heard nothing from me. You were left waiting, and I am sorry. I can have it done by …, if it is still of use."
        }
        Act::Help => {
            "You mentioned … when we last spoke. I know somebody who has been through it and would talk to you. Say the word, or leave it; either is fine."
        }
        Act::Reconnect => {
            "It has been too long, and the silence was mine. I still think of what you said about …. Would you have half an hour for a call this month?"
        }
        Act::SharedHabit => return None,
    })
}
