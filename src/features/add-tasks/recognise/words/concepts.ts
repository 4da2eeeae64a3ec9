/**
 * What words of tables and labels mean, whatever the language. `making` and `order` are tasks only with an id: what
 * was rendered, and what a service was told to do (`Auftrags-ID`). `other` are things with a number that are no tasks.
 * `plain` is what is only kept.
 * `nokey` are words with a key in them, such as that for keyframe.
 */
export type Concept =
  | 'task'
  | 'making'
  | 'order'
  | 'video'
  | 'piece'
  | 'file'
  | 'shot'
  | 'scene'
  | 'take'
  | 'version'
  | 'id'
  | 'number'
  | 'row'
  | 'name'
  | 'client'
  | 'note'
  | 'key'
  | 'access'
  | 'secret'
  | 'api'
  | 'host'
  | 'url'
  | 'request'
  | 'origin'
  | 'other'
  | 'password'
  | 'plain'
  | 'of'
  | OfProse;

/** What only stands in prose: it is no part of a heading. */
type OfProse = 'is' | 'nokey' | 'document' | 'page' | 'list' | 'hello';

/**
 * The words of one language, in small letters without accents, with `|` between them. A Latin word of four letters or
 * more stands for its plural too, and for its form within a longer word.
 */
export type Words = Readonly<Partial<Record<Concept, string>>>;
