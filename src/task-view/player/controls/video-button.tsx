import { useShortcut } from '~/task-view/keys/use-shortcut';
import { cn } from '~/ui/cn';
import { Icon, type IconName } from '~/ui/icons';

/** A button of a video's controls: an icon on a dark background. */
export function VideoButton({
  icon,
  label,
  keys: wanted,
  pressed,
  disabled = false,
  className,
  onPress,
}: {
  icon: IconName;
  label: string;
  /** Its keyboard shortcut. */
  keys?: string;
  /** For toggles: whether it is on. */
  pressed?: boolean;
  disabled?: boolean;
  className?: string;
  onPress: () => void;
}) {
  const keys = useShortcut(wanted);
  return (
    <button
      type="button"
      aria-label={label}
      aria-keyshortcuts={keys}
      aria-pressed={pressed}
      title={keys === undefined ? label : `${label} (${keys})`}
      disabled={disabled}
      onClick={onPress}
      className={cn(
        'grid size-9 flex-none cursor-pointer place-items-center rounded-lg focus-over hover:bg-white/20 disabled:cursor-default disabled:opacity-40',
        pressed && 'bg-white/25',
        className,
      )}
    >
      <Icon name={icon} className="size-4.5" />
    </button>
  );
}
