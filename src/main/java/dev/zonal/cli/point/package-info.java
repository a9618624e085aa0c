/** Lists of frequencies and of cosines as a person writes them. */
package dev.zonal.cli.point;
