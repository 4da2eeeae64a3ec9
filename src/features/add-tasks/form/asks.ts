/** What the form asks and warns about only some texts and services, in one file that comes with the first of them. */
export { CheckPanel } from './check-panel';
export { Doubts } from './doubts';
export { LinksNote } from './links-note';
export { QuestionPanel } from './question-panel';
