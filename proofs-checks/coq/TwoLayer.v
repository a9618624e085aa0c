(** Formal proofs, with the Interval tactic, of a few enclosures of eigenvalues in dimension d = 3:

      eta_k = 1/2 RInt_0^PI f(cos t) P_k(cos t) sin t dt. *)

From Coq Require Import Reals.
From Coquelicot Require Import Coquelicot.
From Interval Require Import Tactic.
Open Scope R_scope.

(** The arc-cosine kernels at the angle t: kappa_0(cos t) and kappa_1(cos t). *)
Definition kappa0 (t : R) := 1 - t / PI.
Definition kappa1 (t : R) := cos t + (sin t - t * cos t) / PI.

(** The kernel of one layer, (kappa_1 + u kappa_0)/2: resntk:L=1 and fcntk:L=1. *)
Definition two_layer (t : R) := (kappa1 t + cos t * kappa0 t) / 2.

Definition P2 (t : R) := (3 * (cos t) ^ 2 - 1) / 2.
Definition P3 (t : R) := (5 * (cos t) ^ 3 - 3 * cos t) / 2.

Ltac unfolded := unfold two_layer, kappa1, kappa0, P2, P3.

(** 1/4 *)
Theorem two_layer_0 :
  Rabs (RInt (fun t => two_layer t * sin t) 0 PI / 2 - 1 / 4) <= 1 / 10 ^ 9.
Proof. unfolded. integral. Qed.

(** 5/128 *)
Theorem two_layer_2 :
  Rabs (RInt (fun t => two_layer t * P2 t * sin t) 0 PI / 2 - 5 / 128) <= 1 / 10 ^ 9.
Proof. unfolded. integral. Qed.

(** Zero: the theorem on odd frequencies, as far as an enclosure can see it. *)
Theorem two_layer_3 :
  Rabs (RInt (fun t => two_layer t * P3 t * sin t) 0 PI / 2) <= 1 / 10 ^ 9.
Proof. unfolded. integral. Qed.
