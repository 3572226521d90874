import { allKinds } from '../../shared/annotation/annotation.ts';
import { allFormats } from '../../shared/dataset/formats.ts';
import { parseArguments } from '../arguments.ts';
import { type Command, EXIT } from '../command.ts';

export const formats: Command = {
  name: 'formats',
  summary: 'list the dataset formats',
  usage: `fairmark formats [--json]

Lists the formats that a package can hold, and the annotation kinds that each carries. What a format cannot carry is
named item by item when it is written.

Example: fairmark formats`,
  async run(args, io) {
    const { values } = parseArguments(args, { json: { type: 'boolean' } }, []);
    const list = allFormats.map((format) => ({
      id: format.id,
      title: format.title,
      media: format.media,
      kinds: allKinds.map(({ name }) => name).filter((name) => format.supports(name)),
    }));
    io.out(
      values.json
        ? `${JSON.stringify(list, null, 2)}\n`
        : list.map(({ id, title, kinds }) => `${id.padEnd(12)}${title} (${kinds.join(', ')})\n`).join(''),
    );
    return EXIT.fine;
  },
};
