// What package.json has to say before a version is published.

/** The fields that hold an address. Nobody has decided on one yet: see "Publish" in CONTRIBUTING.md. */
const ADDRESSES = ['repository', 'bugs', 'homepage'];

/**
 * What is missing for a marketplace, in sentences.
 * @param {Record<string, any>} manifest package.json
 * @param {string} [tag] the tag that the version is published from
 * @returns {string[]}
 */
export function lacking(manifest, tag) {
  const isAddress = (/** @type {unknown} */ value) => {
    const url = typeof value === 'object' && value !== null && 'url' in value ? value.url : value;
    return typeof url === 'string' && /^(git\+)?https:\/\/[^\s/]+\.[^\s/]+\/./.test(url);
  };
  const missing = ADDRESSES.filter((field) => !isAddress(manifest[field]));
  return [
    ...(missing.length
      ? [`Not ready to be published: package.json has no ${missing.join(', no ')}. See "Publish" in CONTRIBUTING.md.`]
      : []),
    ...(tag !== undefined && tag !== `v${manifest['version']}` ? [`The tag ${tag} is not that of version ${manifest['version']}.`] : []),
  ];
}
