(** Formal proofs, with the Interval tactic, of a few enclosures of eigenvalues in dimension d = 3:

      eta_k = 1/2 RInt_0^PI f(cos t) P_k(cos t) sin t dt.

    There is no arc cosine in the tactic's language: the angle whose cosine is u is written
    2 atan (sqrt ((1 - u)/(1 + u))), which is acos u for -1 < u <= 1. *)

From Coq Require Import Reals.
From Coquelicot Require Import Coquelicot.
From Interval Require Import Tactic.
Open Scope R_scope.

(** The arc-cosine kernels at the angle t: kappa_0(cos t) and kappa_1(cos t). *)
Definition kappa0 (t : R) := 1 - t / PI.
Definition kappa1 (t : R) := cos t + (sin t - t * cos t) / PI.

(** The residual tangent kernel resntk:L=2,alpha=1: here sigma = alpha^2/(1 + alpha^2) = 1/2. *)
Definition u1 (t : R) := (cos t + kappa1 t) / 2.
Definition t1 (t : R) := 2 * atan (sqrt ((1 - u1 t) / (1 + u1 t))).
Definition residual (t : R) :=
  ((1 + kappa0 (t1 t)) / 2 * (kappa1 t + cos t * kappa0 t)
   + (kappa1 (t1 t) + u1 t * kappa0 (t1 t))) / 4.

Definition P2 (t : R) := (3 * (cos t) ^ 2 - 1) / 2.
Definition P3 (t : R) := (5 * (cos t) ^ 3 - 3 * cos t) / 2.

Ltac unfolded := unfold residual, t1, u1, kappa1, kappa0, P2, P3.

Theorem residual_0 :
  Rabs (RInt (fun t => residual t * sin t) 0 PI / 2 - 0.266262) <= 1 / 10 ^ 5.
Proof. unfolded. integral with (i_fuel 2000, i_prec 50, i_degree 8). Qed.

Theorem residual_2 :
  Rabs (RInt (fun t => residual t * P2 t * sin t) 0 PI / 2 - 0.035329) <= 1 / 10 ^ 5.
Proof. unfolded. integral with (i_fuel 2000, i_prec 50, i_degree 8). Qed.

(** Depth makes the odd eigenvalues positive. *)
Theorem residual_3_positive :
  RInt (fun t => residual t * P3 t * sin t) 0 PI / 2 >= 0.003.
Proof. unfolded. integral with (i_fuel 2000, i_prec 50, i_degree 8). Qed.
