/** The form's dialogs in one file: then the first page, which shares most of their code, is not split once more. */
export { AddTasksDialog } from './add-tasks-dialog';
export { MissingKeysDialog } from './missing-keys-dialog';
