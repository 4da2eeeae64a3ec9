import { addressText } from '~/engine/gateway/address-template';
import type { Question, Route } from '~/features/add-tasks/pairing/plan';
import { useT } from '~/i18n/use-t';
import { Icon } from '~/ui/icons';
import { Select } from '~/ui/select';
import { TextField } from '~/ui/text-field';

import { OTHER, UNDECIDED } from './services';
import { ONLY_ROW, type AddForm } from './use-add-form';
import { useAsks } from './use-asks';

/** More services or questions than these are shown once the first are settled. */
const AT_ONCE = 12;

/** Where the tasks of a text will be looked up, and with which key: one row for each service, then the questions. */
export function RoutesList({ form }: { form: AddForm }) {
  const { routes, questions } = form.plan;
  const asks = useAsks(questions.length > 0);
  if (form.single) return <Row form={form} route={routes[0]} question={questions[0]} />;
  return (
    <>
      {routes.slice(0, AT_ONCE).map((route) => (
        <Row key={route.id} form={form} route={route} />
      ))}
      {asks &&
        questions.slice(0, AT_ONCE).map((question) => (
          <asks.QuestionPanel key={question.id} form={form} question={question}>
            {form.chosen(question.id) === OTHER ? <Address form={form} row={question.id} /> : null}
          </asks.QuestionPanel>
        ))}
    </>
  );
}

function Row({
  form,
  route,
  question,
}: {
  form: AddForm;
  route?: Route | undefined;
  question?: Question | undefined;
}) {
  const t = useT();
  const id = route?.id ?? question?.id ?? ONLY_ROW;
  const tasks = route?.tasks ?? question?.tasks ?? [];
  const shots = new Set(tasks.flatMap(({ shot }) => shot ?? [])).size;
  const bases = question?.candidates ?? form.bases;
  // Before anything is pasted, the only service is shown; a question is never answered beforehand.
  const first = question ? UNDECIDED : (bases[0] ?? OTHER);
  const undecided = bases.length === 0 ? OTHER : bases.length > 1 ? UNDECIDED : first;
  const value = form.chosen(id) ?? route?.address.base ?? undecided;
  const empty = tasks.length === 0 && !form.single;
  const asks = useAsks(question !== undefined && value === UNDECIDED);
  return (
    <div className="border-t border-line">
      <div className="flex flex-wrap items-center gap-x-2.5 gap-y-2 px-5 py-3 text-ink-2">
        <Icon name="arrow-right" />
        <span className="font-semibold text-ink">
          {shots > 0
            ? t('add.tasksInShotsTo', { n: tasks.length, shots })
            : t(empty ? 'add.noTasksTo' : 'add.tasksTo', { n: tasks.length })}
        </span>
        <Select
          hideLabel
          label={form.single ? t('add.service') : t('add.serviceOf', { n: tasks.length })}
          value={value}
          onChange={(base) => form.chooseService(id, base)}
          options={optionsOf(form, value, t('add.other'), t('add.whichOne'))}
          className="max-w-full font-semibold"
        />
        {route ? <KeyOf form={form} route={route} /> : null}
      </div>
      {value === OTHER ? (
        <div className="px-5 pb-3.5">
          <Address form={form} row={id} given={route && addressText(route.address)} />
        </div>
      ) : null}
      {asks && question ? <asks.QuestionPanel form={form} question={question} /> : null}
    </div>
  );
}

function optionsOf(
  { bases, known, nameOf }: AddForm,
  value: string,
  other: string,
  undecided: string,
): { value: string; label: string }[] {
  const all =
    value === OTHER || value === UNDECIDED || bases.includes(value) ? bases : [value, ...bases];
  return [
    ...(value === UNDECIDED ? [{ value: UNDECIDED, label: undecided }] : []),
    ...all.map((base) => ({ value: base, label: nameOf(base) })),
    ...(known.otherAddresses || value === OTHER ? [{ value: OTHER, label: other }] : []),
  ];
}

function KeyOf({ form, route }: { form: AddForm; route: Route }) {
  const t = useT();
  const { key } = route;
  if (key.kind === 'team') return <span>{t('add.usesTeamKey')}</span>;
  if (key.kind === 'none') return null;
  const shown =
    key.kind === 'known' ? [key.hint] : key.secrets.map(({ apiKey }) => form.maskOf(apiKey));
  const secrets = form.secretsOf(route);
  const masks = secrets.map(({ apiKey }) => form.maskOf(apiKey));
  const [only] = shown;
  return (
    <div className="flex items-center gap-2.5">
      <span>{t('add.with')}</span>
      {secrets.length < 2 || key.kind !== 'pasted' ? (
        <b className="font-semibold text-ink digits">{shown.join(', ')}</b>
      ) : (
        <Select
          hideLabel
          label={t('add.keyOf', { n: route.tasks.length })}
          value={only ?? ''}
          onChange={(mask) => {
            const secret = secrets[masks.indexOf(mask)];
            if (secret) form.chooseKey(route.id, secret);
          }}
          options={masks.map((mask) => ({ value: mask, label: mask }))}
          className="font-semibold digits"
        />
      )}
    </div>
  );
}

function Address({ form, row, given }: { form: AddForm; row: string; given?: string | undefined }) {
  const t = useT();
  return (
    <TextField
      label={t('add.address')}
      value={form.typed(row) ?? given ?? ''}
      onChange={(event) => form.typeAddress(row, event.target.value)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') form.submit();
      }}
      placeholder="https://api.example.com"
      inputMode="url"
      enterKeyHint="done"
      hint={t('add.addressHint')}
      error={form.obstacle === 'bad-address' ? t('add.obstacle.badAddress') : undefined}
    />
  );
}
