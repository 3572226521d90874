import { PAYLOAD_TYPE } from '../encoding/dsse.ts';
import { OWN_HOURS, OWN_KEY, OWN_STATEMENT, OWN_VERIFY } from '../own-record-paths.ts';
import { OWN_RECORD } from '../statements/own-record.ts';
import { signatureLimits, timeLimits } from './words.ts';

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
echo 'Everything that these lines check holds.'
`;

/** `VERIFY.md` of a worker's own export. */
export function ownVerifyMarkdown({ fingerprint }: { readonly fingerprint: string }): string {
  return `# How to check these hours without Fairmark

You need bash, coreutils, awk, \`jq\` 1.6 or newer and \`openssl\` 3.0 or newer. Nothing is fetched. Go to the folder of these
files and run:

    sed -n '/^\`\`\`bash$/,/^\`\`\`$/{/^\`\`\`/d;p}' ${OWN_VERIFY} | bash

It stops at the first thing that does not hold. At the end it says \`Everything that these lines check holds.\`
\`fairmark verify\` and \`fairmark-verify.mjs\` check the same and more.

\`\`\`bash
${ownVerifyLines}\`\`\`

## What it shows, and what not

It shows that the holder of one key signed these sums and this table, and that nothing was changed since. The key is known by this
fingerprint: \`${fingerprint}\`. Ask the person for theirs: nothing here can tell whose key it is.

- ${signatureLimits}
- ${timeLimits}
`;
}
