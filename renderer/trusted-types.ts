// The policy `require-trusted-types-for 'script'` forbids `innerHTML` with plain strings. Konva's stage empties its
// container that way (`innerHTML = ''`, Stage.js), so the default policy lets the empty string through and nothing else.
const factory = (window as { readonly trustedTypes?: TrustedTypePolicyFactory }).trustedTypes;
factory?.createPolicy('default', { createHTML: (html) => (html === '' ? '' : null) as string });

interface TrustedTypePolicyFactory {
  createPolicy(name: string, rules: { readonly createHTML: (html: string) => string }): unknown;
}
