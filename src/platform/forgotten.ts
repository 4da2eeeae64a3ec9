/** The state of the page's entry in the history after everything was forgotten: the one thing that stores nothing. */
export const FORGOTTEN = 'forgotten';
