/** Reads the arguments after a command, in the same way for all commands. */
import { parseArgs, type ParseArgsConfig } from 'node:util';
import { WrongUsage } from './command.js';

type Options = NonNullable<ParseArgsConfig['options']>;

type Read<O extends Options> = ReturnType<typeof parseArgs<{ args: string[]; allowPositionals: true; options: O }>>;

/** @throws WrongUsage for an option that the command does not have, or whose value is missing */
export function readArguments<const O extends Options>(args: string[], options: O): Read<O> {
  try {
    return parseArgs({ args, allowPositionals: true, options });
  } catch (error) {
    throw new WrongUsage((error as Error).message);
  }
}

/** The one file of a command. @throws WrongUsage when there is none, or more than one */
export function oneFile(command: string, what: string, [file, another]: readonly string[]): string {
  if (file === undefined) throw new WrongUsage(`'${command}' needs the ${what}.`);
  if (another !== undefined) throw new WrongUsage(`'${command}' takes one file: '${another}' is one too many.`);
  return file;
}

/** The number of a pass, from 1; null when none is given. @throws WrongUsage for what is no such number */
export function passNumber(given: string | undefined): number | null {
  if (given === undefined) return null;
  if (!/^[1-9]\d*$/.test(given)) throw new WrongUsage(`'--pass' takes the number of a pass, from 1, not '${given}'.`);
  return Number(given);
}
