//! First moves: something to do this week, for every facet of every direction.

pub(super) fn first_move(scale_id: &str, facet_id: &str) -> Option<&'static str> {
    Some(match (scale_id, facet_id) {
        ("up", "trust") => {
            "Look at what you owe your boss this week. Where a date will slip, say so before anyone asks: the new date, and one sentence on what changed."
        }
        ("up", "candour") => {
            "Take the risk that you mention at home and not at work. Give it to your boss in two lines: what could happen, and by when somebody has to choose."
        }
        ("up", "alignment") => {
            "Before you go on with your largest task, send your boss three points headed “Done means”. Ask which of them to strike out or change."
        }
        ("up", "stewardship") => {
            "Go through your next request for money or people and take the cushion out. Tell your boss that you did, and what you would do if it falls short."
        }
        ("up", "presence") => {
            "Open your next talk with your boss by asking what they are carrying this month. Write the answer down, and bring your own points after it."
        }
        ("up", "repair") => {
            "Find the request that you said yes to with a sinking feeling. Go back with two dates: what you can do by then, and what would have to wait."
        }
        ("across", "trust") => {
            "Search your sent mail for “I will send you”. Take the oldest one that a peer is still waiting for, and send it today, without an excuse."
        }
        ("across", "candour") => {
            "Ask one peer what your team does that costs theirs time. Say thank you, repeat it in your own words, and change one small thing by Friday."
        }
        ("across", "alignment") => {
            "Before your next joint meeting breaks up, ask each person what they heard was decided. Where two versions differ, settle it on the spot."
        }
        ("across", "stewardship") => {
            "Before the next meeting that a peer will miss, ask what they would want said there. Say it in their name, even where it does not suit you."
        }
        ("across", "presence") => {
            "Choose the peer you write to only when you need something. Send two lines that ask for nothing: what you noticed of their work, and what it made easier."
        }
        ("across", "repair") => {
            "Take the clash that you still replay. Invite that peer for a short walk, say what you would do differently, and ask how it was on their side."
        }
        ("down", "trust") => {
            "Write down who got the dull jobs in the past month, and who got the good ones. Swap one of each, and tell both people why."
        }
        ("down", "candour") => {
            "Give the talk that you keep moving a fixed hour this week. Write its first sentence beforehand: what you saw, on which day, and what followed from it."
        }
        ("down", "alignment") => {
            "Hand over your next task in three parts: what it is for, how you will both know that it is done, and what they may decide alone. Then ask what is unclear."
        }
        ("down", "stewardship") => {
            "Think of two people whose good work your own boss has not seen. Put both names and what they did into your next note upward, and copy them in."
        }
        ("down", "presence") => {
            "When the next idea is brought to you, ask three questions before you say what you think of it. Let the third be: “What would you try first?”"
        }
        ("down", "repair") => {
            "Recall the last time that your tone was sharper than the matter. Before the week is out, say so to that person, and ask what would help now."
        }
        _ => return None,
    })
}
