import { Toast } from '@base-ui/react/toast';
import { useEffect } from 'react';

import { Icon } from './icons';
import { onToast, takeToasts } from './toast';

/** Renders the notices of `toast.ts`. F6 moves the focus to them. */
export function Toaster({ label, closeLabel }: { label: string; closeLabel: string }) {
  useEffect(() => {
    drain();
    return onToast(drain);
  }, []);
  return (
    <Toast.Provider toastManager={manager} limit={3}>
      <Toast.Portal>
        <Toast.Viewport
          aria-label={label}
          // On a phone dialogs have their buttons below, and less than a notice's height of the page above.
          className="fixed inset-x-4 bottom-4 z-60 mx-auto flex max-w-105 flex-col gap-2 pb-safe outline-none max-sm:in-[:root:has([data-dialog])]:top-2 max-sm:in-[:root:has([data-dialog])]:bottom-auto"
        >
          <List closeLabel={closeLabel} />
        </Toast.Viewport>
      </Toast.Portal>
    </Toast.Provider>
  );
}

const manager = Toast.createToastManager();

function drain(): void {
  for (const { text, action, durationMs } of takeToasts()) {
    const id = manager.add({
      // Its title names it for screen readers; there is nothing else to say.
      title: text,
      timeout: durationMs ?? (action ? 10_000 : 5000),
      ...(action && {
        actionProps: {
          children: action.label,
          onClick: () => {
            action.run();
            manager.close(id);
          },
        },
      }),
    });
  }
}

function List({ closeLabel }: { closeLabel: string }) {
  const { toasts } = Toast.useToastManager();
  return toasts.map((toast) => (
    <Toast.Root
      key={toast.id}
      toast={toast}
      className="rounded-xl bg-ink text-bg lift-menu fades data-ending-style:opacity-0 data-limited:hidden data-starting-style:opacity-0"
    >
      <Toast.Content className="flex items-center gap-1 py-1.5 pe-1.5 ps-4">
        <Toast.Title render={<p />} className="min-w-0 flex-1 py-1.5" />
        <Toast.Action className="h-8.5 flex-none cursor-pointer rounded-lg px-3 font-semibold hover:bg-bg/15 focus-visible:outline-2 focus-visible:outline-current" />
        <Toast.Close
          aria-label={closeLabel}
          title={closeLabel}
          className="grid size-8.5 flex-none cursor-pointer place-items-center rounded-lg hover:bg-bg/15 focus-visible:outline-2 focus-visible:outline-current"
        >
          <Icon name="close" />
        </Toast.Close>
      </Toast.Content>
    </Toast.Root>
  ));
}
