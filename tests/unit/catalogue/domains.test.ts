import { describe, expect, it } from 'vitest';
import {
  cleanAddress,
  domainLabel,
  identityDomain,
  pathDepth,
} from '../../../scripts/catalogue/domains.ts';

const rules = {
  hosts: new Set(['github.com', 'wordpress.org']),
  moved: new Map([['sendinblue.com', 'brevo.com']]),
};

describe('domains as identity', () => {
  it('takes the registrable domain, also below country endings', () => {
    expect(identityDomain('https://app.hubspot.com/login', rules)).toBe('hubspot.com');
    expect(identityDomain('https://www.shopwired.co.uk', rules)).toBe('shopwired.co.uk');
  });

  it('does not take a code host or a plugin directory for the product', () => {
    expect(identityDomain('https://github.com/acme/tool', rules)).toBeNull();
    expect(identityDomain('https://wordpress.org/plugins/leadin/', rules)).toBeNull();
  });

  it('takes a site below a private suffix for its user', () => {
    expect(identityDomain('https://acme.github.io/tool', rules)).toBe('acme.github.io');
  });

  it('follows a product to its new domain', () => {
    expect(identityDomain('https://www.sendinblue.com', rules)).toBe('brevo.com');
  });

  it('gives nothing for what is no address', () => {
    expect(identityDomain('', rules)).toBeNull();
    expect(identityDomain('https://localhost/x', rules)).toBeNull();
  });

  it('knows the label of a domain', () => {
    expect(domainLabel('segment.io')).toBe('segment');
    expect(domainLabel('shopwired.co.uk')).toBe('shopwired');
  });
});

describe('addresses', () => {
  it('become https without query, fragment and bare slash', () => {
    expect(cleanAddress('http://www.acme.com/?utm_source=x#top')).toBe('https://www.acme.com');
    expect(cleanAddress('https://acme.com/a/b')).toBe('https://acme.com/a/b');
  });

  it('are refused when they are none', () => {
    expect(cleanAddress('acme')).toBeNull();
    expect(cleanAddress('javascript:alert(1)')).toBeNull();
  });

  it('are measured by their path', () => {
    expect(pathDepth('https://acme.com')).toBe(0);
    expect(pathDepth('https://acme.com/a/b/')).toBe(2);
  });
});
