/** What a certificate says, read strictly by its schema, and what may be found about it. */
package dev.zonal.verifier.document;
