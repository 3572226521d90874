import type { Messages } from '../../i18n/locale.ts';
import { PAYLOAD_TYPE } from '../encoding/dsse.ts';
import { OWN_HOURS, OWN_KEY, OWN_STATEMENT, OWN_VERIFY } from '../own-record-paths.ts';
import { OWN_RECORD } from '../statements/own-record.ts';

/** What the lines say at their end. */
const THE_END = 'Everything that these lines check holds.';

/**
 * How to check a worker's own statement with bash, coreutils, jq and openssl 3. The same lines stand in the manifest's
 * specification; a test runs them as they stand.
 */
export const ownVerifyLines = `set -euo pipefail
export LC_ALL=C
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# The payload has one reading: written again in canonical form it is the same.
jq --join-output .payload ${OWN_STATEMENT} | base64 --decode > "$work/payload"
test "$(jq --raw-output .payloadType ${OWN_STATEMENT})" = '${PAYLOAD_TYPE}'
jq --compact-output --sort-keys --join-output . "$work/payload" | cmp - "$work/payload"
test "$(jq --raw-output .predicateType "$work/payload")" = '${OWN_RECORD}'
# The key is the one that the payload names, and it signed.
key_id=$(jq --raw-output '.predicate.roles | if length == 1 and .[0].role == "worker" then .[0].keyId else "" end' "$work/payload")
test "sha256:$(openssl pkey -pubin -in ${OWN_KEY} -outform DER | sha256sum | cut -c 1-64)" = "$key_id"
printf 'DSSEv1 %s %s %s ' ${PAYLOAD_TYPE.length} '${PAYLOAD_TYPE}' "$(stat --format %s "$work/payload")" > "$work/signed"
cat "$work/payload" >> "$work/signed"
test "$(jq '.signatures | length' ${OWN_STATEMENT})" -eq 1
jq --join-output '.signatures[0].sig' ${OWN_STATEMENT} | base64 --decode > "$work/sig"
openssl pkeyutl -verify -pubin -inkey ${OWN_KEY} -rawin -in "$work/signed" -sigfile "$work/sig" > "$work/answer"
# It is about this table, and its sums are those of the table.
jq --raw-output '.subject[] | .digest.sha256 + "  " + .name' "$work/payload" | sha256sum --check --strict --quiet
test "$(jq --raw-output '[.subject[].name] | join(" ")' "$work/payload")" = '${OWN_HOURS}'
jq --exit-status '.predicate |
  ([.durationsMs[]] | add) == .totalMs and
  ([.sourcesMs[]] | add) == .totalMs' "$work/payload" > "$work/answer"
total=$(awk -F, 'NR > 1 && $5 == "yes" { sum += $9 } END { printf "%.0f", sum }' ${OWN_HOURS})
test "$total" -eq "$(jq .predicate.totalMs "$work/payload")"
echo '${THE_END}'
`;

/** `VERIFY.md` of a worker's own export, in the worker's language; the lines to run are the same in all. */
export function ownVerifyMarkdown(
  words: Messages['ownVerify'],
  { fingerprint }: { readonly fingerprint: string },
): string {
  return `# ${words.title}

${words.need}

    sed -n '/^\`\`\`bash$/,/^\`\`\`$/{/^\`\`\`/d;p}' ${OWN_VERIFY} | bash

${words.stops.replace('{{end}}', `\`${THE_END}\``)}
${words.alsoBy.replace('{{tools}}', '`fairmark verify`, `fairmark-verify.mjs`')}

\`\`\`bash
${ownVerifyLines}\`\`\`

## ${words.showsTitle}

${words.shows.replace('{{fingerprint}}', `\`${fingerprint}\``)}

- ${words.signature}
- ${words.time}
`;
}
