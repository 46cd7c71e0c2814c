// What the page says to the learner about the platform, in whole sentences.

export const ENGLISH = {
  "connection.absent":
    "No learning platform is connected, so nobody records that you’ve completed the audit. It works all the same.",
  "connection.refused":
    "The learning platform doesn’t answer, so it may not record that you’ve completed the audit. The audit works all the same.",
  "connection.preview": "The learning platform shows this as a preview and records nothing of it.",
  "connection.open": "The audit tells this platform that you’ve opened it, and later that you’ve completed it.",
  "connection.completed":
    "This platform has recorded that you’ve completed the audit. You can look at your result here, or take the audit again.",
  // Follows where the platform records something, and the learner can send it nothing more.
  "more.nothing": "The platform gets none of your answers and no score.",
  // Follows where the learner can.
  "more.sharing":
    "If you press “{label}” after your result, it also gets your scores and all your answers, and the people who run it can read them. You don’t have to: the audit counts as completed without it.",
  // By whether the platform has accepted it.
  "completion.true": "This platform has recorded that you’ve completed the audit.",
  "completion.false":
    "This platform hasn’t recorded that you’ve completed the audit. Please try again. If that doesn’t help, tell the people who run the platform.",
  // By whether the platform has accepted all of it.
  "shared.true": "Your result was sent to this platform.",
  "shared.false":
    "This platform didn’t take your result, or not all of it. You can save it as a file instead and send that.",
  "retry": "Try again",
};
