import { openDialog } from '~/address/dialogs';
import { useT } from '~/i18n/use-t';

/** Opens a file that somebody has handed over, where it is not dropped. */
export function OpenFile() {
  const t = useT();
  return (
    <label className="cursor-pointer tap rounded-lg text-small text-accent has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent">
      {t('add.openFile')}
      <input
        type="file"
        accept=".json"
        className="sr-only"
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          if (file) openDialog({ kind: 'shared', from: { file } });
          // The same file can be chosen again.
          target.value = '';
        }}
      />
    </label>
  );
}
