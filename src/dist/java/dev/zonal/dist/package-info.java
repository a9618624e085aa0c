/** What only the build of the distribution needs (profile dist). */
package dev.zonal.dist;
