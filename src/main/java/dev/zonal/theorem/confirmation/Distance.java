package dev.zonal.theorem.confirmation;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * How far an eigenvalue is from a law.
 *
 * @param plain the eigenvalue over what it decays like: k^E eta_k, or rho^-k k^-s eta_k
 * @param shifted K^E eta_k, for a power law
 * @param residual K^q e_k, or k e_k for a geometric law, which must settle
 * @param bound what |residual| stays below, by proof; empty below k0
 * @param isWithin whether it does, and the eigenvalue is as near to the law as what is proved from
 *     this very frequency on says
 */
public record Distance(
    BigDecimal plain,
    Optional<BigDecimal> shifted,
    BigDecimal residual,
    Optional<BigDecimal> bound,
    boolean isWithin) {}
