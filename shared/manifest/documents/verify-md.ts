import { PAYLOAD_TYPE } from '../encoding/dsse.ts';
import { signatureLimits } from './words.ts';

/**
 * `labour/VERIFY.md`: how to check a package with what every Debian has: bash, coreutils, jq and openssl 3. The lines
 * are a script; a test runs them as they stand.
 */
export function verifyMarkdown({ fingerprint }: { readonly fingerprint: string }): string {
  return `# How to check this package without Fairmark

You need bash, coreutils (\`sha256sum\`, \`base64\`), \`jq\` 1.6 or newer and \`openssl\` 3.0 or newer. Nothing is fetched.
Go to the folder of the package (where \`bagit.txt\` lies) and run all the lines below at once:

    sed -n '/^\`\`\`bash$/,/^\`\`\`$/{/^\`\`\`/d;p}' labour/VERIFY.md | bash

They stop at the first thing that does not hold. At the end they say \`Everything that these lines check holds.\`

## 1. The files are the ones that the checksums list

\`\`\`bash
set -euo pipefail
export LC_ALL=C
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# Only plain files and folders.
test -z "$(find . ! -type d ! -type f)"
sha256sum --check --strict --quiet manifest-sha256.txt
sha256sum --check --strict --quiet tagmanifest-sha256.txt
# None more, none missing.
find data -type f | sort > "$work/found"
cut -c 67- manifest-sha256.txt | sort | diff "$work/found" -
find . -path ./data -prune -o -type f ! -name tagmanifest-sha256.txt -print | cut -c 3- | sort > "$work/found-tags"
cut -c 67- tagmanifest-sha256.txt | sort | diff "$work/found-tags" -
\`\`\`

## 2. Every signature holds

A signature is over DSSE's pre-authentication encoding: \`DSSEv1\`, the length and name of the type, the length of the
payload, the payload. Who must have signed stands in the payload (\`roles\`); a key is named by the SHA-256 of its DER.

\`\`\`bash
check_envelope() {
  jq --join-output .payload "$1" | base64 --decode > "$work/payload"
  test "$(jq --raw-output .payloadType "$1")" = '${PAYLOAD_TYPE}'
  # The payload has one reading: written again in canonical form it is the same.
  jq --compact-output --sort-keys --join-output . "$work/payload" | cmp - "$work/payload"
  printf 'DSSEv1 %s %s %s ' ${PAYLOAD_TYPE.length} '${PAYLOAD_TYPE}' "$(stat --format %s "$work/payload")" > "$work/signed"
  cat "$work/payload" >> "$work/signed"
  test "$(jq '.predicate.roles | length' "$work/payload")" -gt 0
  test "$(jq '.predicate.roles | length' "$work/payload")" -eq "$(jq '.signatures | length' "$1")"
  for key_id in $(jq --raw-output '.predicate.roles[].keyId' "$work/payload"); do
    pem="labour/keys/\${key_id#sha256:}.pem"
    test "sha256:$(openssl pkey -pubin -in "$pem" -outform DER | sha256sum | cut -c 1-64)" = "$key_id"
    jq --join-output --arg id "$key_id" '.signatures[] | select(.keyid == $id) | .sig' "$1" | base64 --decode > "$work/sig"
    openssl pkeyutl -verify -pubin -inkey "$pem" -rawin -in "$work/signed" -sigfile "$work/sig" > "$work/answer"
  done
}
for envelope in labour/manifest.dsse.json labour/statements/*.dsse.json; do
  if test -e "$envelope"; then
    check_envelope "$envelope"
    echo "signed: $envelope"
  fi
done
check_envelope labour/manifest.dsse.json
\`\`\`

## 3. The manifest is about these files

\`\`\`bash
test "$(jq --raw-output .predicateType "$work/payload")" = 'urn:fairmark:dataset-manifest:v0.1'
jq --raw-output '.subject[] | .digest.sha256 + "  " + .name' "$work/payload" > "$work/subjects"
sha256sum --check --strict --quiet "$work/subjects"
cut -c 67- "$work/subjects" | sort | diff "$work/found" -
test "$(sha256sum labour/terms.json | cut -c 1-64)" = "$(jq --raw-output .predicate.termsSha256 "$work/payload")"
test "$(sha256sum labour/row-leaves.txt | cut -c 1-64)" = "$(jq --raw-output .predicate.workerRows.leafHashesSha256 "$work/payload")"
\`\`\`

## 4. Its sums agree

\`\`\`bash
jq --exit-status '.predicate |
  ([.durationsMs[]] | add) == .totalMs and
  ([.sourcesMs[]] | add) == .totalMs and
  .pay.grossMinor - .pay.feesMinor == .pay.netMinor and
  .items.accepted + .items.rejected + .items.pending == .items.submitted and
  .workers.included + .workers.withdrawnZeroWork + .workers.disputed == .workers.enrolled and
  .workers.included == .workerRows.treeSize and
  .coverage.annotationsInDataset == .coverage.annotationsAttributed' "$work/payload" > "$work/answer"
net=$(jq .predicate.pay.netMinor "$work/payload")
total=$(jq .predicate.totalMs "$work/payload")
rate=$(jq .predicate.effectiveHourlyMinor.pooled "$work/payload")
if test "$rate" != null; then test "$rate" -eq $((net * 3600000 / total)); fi
echo 'Everything that these lines check holds.'
\`\`\`

## 5. What only you can do

- **Compare the key.** The requester's key is known by this fingerprint: \`${fingerprint}\`. Ask the requester for
  theirs over a channel you trust. Whoever changes a package and signs it again has another one.
- **If you worked on this dataset**, look for your own row: the file that Fairmark gave you says what it must be, and
  its hash must stand in \`labour/row-leaves.txt\`. If it does not, your work was left out.

The script does not repeat every check: \`fairmark verify\` and \`fairmark-verify.mjs\` also refuse weak keys, add up the
workers' own statements again, and tie each annotation to a signed one.

## What signatures do not show

${signatureLimits}
`;
}
