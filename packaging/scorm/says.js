// What the page says to the learner about the platform, in whole sentences.

/** By what `connect` of a platform found. */
export const CONNECTION = {
  absent: "No learning platform is connected, so nobody records that you’ve completed the audit. It works all the same.",
  refused:
    "The learning platform doesn’t answer, so it may not record that you’ve completed the audit. The audit works all the same.",
  preview: "The learning platform shows this as a preview and records nothing of it.",
  open: "The audit tells this platform that you’ve opened it, and when you’ve completed it.",
  completed:
    "This platform has recorded that you’ve completed the audit. You can look at your result here, or take the audit again.",
};

/** Follows where the platform records something, and the learner can send it nothing more. */
export const NOTHING_ELSE = "It’s told none of your answers and no score.";

/** Follows where the learner can. @param {string} label of the button */
export const sharing = (label) =>
  `If you press “${label}” after your result, it also gets your scores and all your answers, and the people who run it can read them. You don’t have to: the audit counts as completed without it.`;

/** By whether the platform has accepted it. */
export const COMPLETION = {
  true: "This platform has recorded that you’ve completed the audit.",
  false:
    "This platform hasn’t recorded that you’ve completed the audit. Please try again. If that doesn’t help, tell the people who run the platform.",
};

/** By whether the platform has accepted all of it. */
export const SHARED = {
  true: "Your result was sent to this platform.",
  false: "This platform didn’t take your result, or not all of it. You can save it as a file instead and send that.",
};

export const TRY_AGAIN = "Try again";
