/** Python's `datetime`, without time zones. */
import { ValueError } from '../errors.js';
import { Tuple } from './keys.js';
import { as_float } from './wholeFloats.js';

const DAY = 86_400_000_000;
const pad = (x: number, n = 2): string => String(x).padStart(n, '0');
const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const MONTHS = 'January February March April May June July August September October November December'.split(' ');

type Parts = Readonly<Record<string, number>>;

/** The last argument, if it gives others by name. */
function given(all: readonly unknown[], names: readonly string[]): number[] {
  const last = all.at(-1);
  const named = typeof last === 'object' && last !== null ? (last as Parts) : {};
  const plain = (named === last ? all.slice(0, -1) : all) as number[];
  return names.map((name, i) => Number(plain[i] ?? named[name] ?? NaN));
}

/** What is ordered by a whole number of microseconds. */
abstract class Ordered {
  constructor(readonly micros: number) {}

  __eq__(other: unknown): boolean {
    return other instanceof Ordered && other.constructor === this.constructor && other.micros === this.micros;
  }

  __lt__(other: Ordered): boolean {
    return this.micros < other.micros;
  }

  __le__(other: Ordered): boolean {
    return this.micros <= other.micros;
  }

  __gt__(other: Ordered): boolean {
    return this.micros > other.micros;
  }

  __ge__(other: Ordered): boolean {
    return this.micros >= other.micros;
  }

  __hash__(): number {
    return this.micros;
  }
}

export class timedelta extends Ordered {
  constructor(...all: unknown[]) {
    const names = ['days', 'seconds', 'microseconds', 'milliseconds', 'minutes', 'hours', 'weeks'];
    const by = [DAY, 1e6, 1, 1000, 6e7, 3.6e9, 7 * DAY];
    super(Math.round(given(all, names).reduce((sum, one, i) => sum + (one || 0) * by[i], 0)));
  }

  static of(micros: number): timedelta {
    return new timedelta({ microseconds: micros });
  }

  get days(): number {
    return Math.floor(this.micros / DAY);
  }

  get seconds(): number {
    return Math.floor((this.micros - this.days * DAY) / 1e6);
  }

  get microseconds(): number {
    return this.micros - this.days * DAY - this.seconds * 1e6;
  }

  total_seconds(): number {
    return as_float(this.micros / 1e6);
  }

  __add__(other: Ordered): Ordered {
    return other instanceof timedelta ? timedelta.of(this.micros + other.micros) : (other as date).__add__(this);
  }

  __sub__(other: timedelta): timedelta {
    return timedelta.of(this.micros - other.micros);
  }

  __mul__(by: number): timedelta {
    return timedelta.of(this.micros * Number(by));
  }

  __rmul__(by: number): timedelta {
    return this.__mul__(by);
  }

  __truediv__(by: number | timedelta): number | timedelta {
    return by instanceof timedelta ? as_float(this.micros / by.micros) : timedelta.of(this.micros / Number(by));
  }

  __neg__(): timedelta {
    return timedelta.of(-this.micros);
  }

  __str__(): string {
    const { days, seconds, microseconds } = this;
    const time = `${Math.floor(seconds / 3600)}:${pad(Math.floor(seconds / 60) % 60)}:${pad(seconds % 60)}`;
    return `${days === 0 ? '' : `${days} day${Math.abs(days) === 1 ? '' : 's'}, `}${time}${microseconds === 0 ? '' : `.${pad(microseconds, 6)}`}`;
  }

  __repr__(): string {
    const parts = (['days', 'seconds', 'microseconds'] as const).flatMap((name) => (this[name] === 0 ? [] : [`${name}=${this[name]}`]));
    return `datetime.timedelta(${parts.join(', ') || 0})`;
  }
}

const FIELDS = ['year', 'month', 'day', 'hour', 'minute', 'second', 'microsecond'] as const;

function microsOf(all: readonly unknown[]): number {
  const [year = NaN, month = NaN, day = NaN, ...time] = given(all, FIELDS).map((one, i) => (i < 3 ? one : one || 0));
  const at = new Date(0);
  at.setUTCFullYear(year, month - 1, day);
  if (at.getUTCMonth() !== month - 1 || at.getUTCDate() !== day)
    throw new ValueError(month > 12 ? 'month must be in 1..12' : 'day is out of range for month');
  return at.getTime() * 1000 + time[0] * 3.6e9 + time[1] * 6e7 + time[2] * 1e6 + time[3];
}

export class date extends Ordered {
  constructor(...all: unknown[]) {
    super(microsOf(all));
  }

  /** One of this kind at a time. */
  static at<T extends typeof date>(this: T, micros: number): InstanceType<T> {
    const from = new Date(Math.floor(micros / 1000));
    const rest = ((micros % 1000) + 1000) % 1000;
    const day = [from.getUTCFullYear(), from.getUTCMonth() + 1, from.getUTCDate()];
    const time = [from.getUTCHours(), from.getUTCMinutes(), from.getUTCSeconds(), from.getUTCMilliseconds() * 1000 + rest];
    return new this(...day, ...(this === (date as unknown) ? [] : time)) as InstanceType<T>;
  }

  static now<T extends typeof date>(this: T): InstanceType<T> {
    const at = new Date();
    return this.at((at.getTime() - at.getTimezoneOffset() * 60_000) * 1000);
  }

  static today<T extends typeof date>(this: T): InstanceType<T> {
    return this.now();
  }

  static fromisoformat<T extends typeof date>(this: T, text: string): InstanceType<T> {
    const parts = text.split(/[-T :.]/).map(Number);
    if (parts.some(Number.isNaN)) throw new ValueError(`Invalid isoformat string: '${text}'`);
    return new this(...parts) as InstanceType<T>;
  }

  /** As `strptime(text, format)`, of numbers and the names of months. */
  static strptime<T extends typeof date>(this: T, text: string, format: string): InstanceType<T> {
    const found: string[] = [];
    const pattern = format.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/%(\w)/g, (_, code: string) => {
      found.push(code);
      return code === 'Y' ? '(\\d{4})' : code === 'b' || code === 'B' ? '([A-Za-z]+)' : '(\\d{1,2})';
    });
    const parts = new RegExp(`^${pattern}$`).exec(text);
    if (!parts) throw new ValueError(`time data '${text}' does not match format '${format}'`);
    const value = (codes: string, other: number): number => {
      const at = found.findIndex((code) => codes.includes(code));
      const own = parts[at + 1] ?? '';
      return at < 0 ? other : /^[A-Za-z]/.test(own) ? MONTHS.findIndex((name) => name.startsWith(own)) + 1 : Number(own);
    };
    return new this(value('Y', 1900), value('mbB', 1), value('d', 1), value('H', 0), value('M', 0), value('S', 0)) as InstanceType<T>;
  }

  private part(name: (typeof FIELDS)[number]): number {
    const from = new Date(Math.floor(this.micros / 1000));
    const parts = [
      from.getUTCFullYear(),
      from.getUTCMonth() + 1,
      from.getUTCDate(),
      from.getUTCHours(),
      from.getUTCMinutes(),
      from.getUTCSeconds(),
    ];
    return parts[FIELDS.indexOf(name)] ?? ((this.micros % 1e6) + 1e6) % 1e6;
  }

  get year(): number {
    return this.part('year');
  }

  get month(): number {
    return this.part('month');
  }

  get day(): number {
    return this.part('day');
  }

  weekday(): number {
    return (((Math.floor(this.micros / DAY) + 3) % 7) + 7) % 7;
  }

  isoweekday(): number {
    return this.weekday() + 1;
  }

  /** The year, the week in it and the day of the week: a week belongs to the year of its Thursday. */
  isocalendar(): readonly number[] {
    const thursday = this.micros + (3 - this.weekday()) * DAY;
    const year = new Date(Math.floor(thursday / 1000)).getUTCFullYear();
    const parts = { year, week: Math.floor((thursday / 1000 - Date.UTC(year, 0, 1)) / (DAY / 1000) / 7) + 1, weekday: this.isoweekday() };
    const text = Object.entries(parts).map(([name, value]) => `${name}=${value}`);
    return Object.assign(Tuple.from(Object.values(parts)), parts, {
      __repr__: () => `datetime.IsoCalendarDate(${text.join(', ')})`,
    });
  }

  /** The number of the day, counted from the first of January of the year 1. */
  toordinal(): number {
    return Math.floor(this.micros / DAY) + 719_163;
  }

  replace(changes: Parts): this {
    const made = this.constructor as typeof date;
    return new made(...FIELDS.map((name) => changes[name] ?? this.part(name))) as this;
  }

  strftime(format: string): string {
    const [year, month, day, hour, minute, second, micro] = FIELDS.map((name) => this.part(name)) as [
      number,
      number,
      number,
      number,
      number,
      number,
      number,
    ];
    const start = date.prototype.replace.call(this, { month: 1, day: 1, hour: 0, minute: 0, second: 0, microsecond: 0 });
    const known: Readonly<Record<string, string>> = {
      Y: String(year),
      y: pad(year % 100),
      m: pad(month),
      d: pad(day),
      H: pad(hour),
      I: pad(hour % 12 || 12),
      M: pad(minute),
      S: pad(second),
      f: pad(micro, 6),
      p: hour < 12 ? 'AM' : 'PM',
      A: DAYS[this.weekday()],
      a: DAYS[this.weekday()].slice(0, 3),
      B: MONTHS[month - 1],
      b: MONTHS[month - 1].slice(0, 3),
      j: pad(Math.floor((this.micros - start.micros) / DAY) + 1, 3),
      '%': '%',
    };
    return format.replace(/%(.)/g, (all, code: string) => known[code] ?? all);
  }

  isoformat(): string {
    return this.strftime('%Y-%m-%d');
  }

  __add__(other: timedelta): this {
    return (this.constructor as typeof date).at(this.micros + other.micros) as this;
  }

  __sub__(other: Ordered): Ordered {
    return other instanceof timedelta
      ? (this.constructor as typeof date).at(this.micros - other.micros)
      : timedelta.of(this.micros - other.micros);
  }

  __format__(format: string): string {
    return format === '' ? this.__str__() : this.strftime(format);
  }

  __str__(): string {
    return this.isoformat();
  }

  __repr__(): string {
    return `datetime.date(${this.year}, ${this.month}, ${this.day})`;
  }
}

export class datetime extends date {
  get hour(): number {
    return Math.floor((this.micros - Math.floor(this.micros / DAY) * DAY) / 3.6e9);
  }

  get minute(): number {
    return Number(this.strftime('%M'));
  }

  get second(): number {
    return Number(this.strftime('%S'));
  }

  get microsecond(): number {
    return Number(this.strftime('%f'));
  }

  date(): date {
    return new date(this.year, this.month, this.day);
  }

  timestamp(): number {
    return as_float((this.micros + new Date(this.micros / 1000).getTimezoneOffset() * 6e7) / 1e6);
  }

  override isoformat(between = 'T'): string {
    return this.strftime(`%Y-%m-%d${between}%H:%M:%S${this.microsecond === 0 ? '' : '.%f'}`);
  }

  override __str__(): string {
    return this.isoformat(' ');
  }

  override __repr__(): string {
    const parts = [this.year, this.month, this.day, this.hour, this.minute, this.second, this.microsecond];
    while (parts.length > 5 && parts.at(-1) === 0) parts.pop();
    return `datetime.datetime(${parts.join(', ')})`;
  }
}
