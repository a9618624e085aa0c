(** The eigenvalues of the networks of one hidden layer, for all k in every dimension d >= 2
    (docs/theory.md, Propositions 9.5 and 9.7): none is negative, and which of them are zero.

    The eigenvalues are the integrals over the angle; of the theory only the theorem of Funk and Hecke is taken as a
    hypothesis, in the form in which it is used: the eigenvalues of the arc-cosine kernels are those of the step and of
    the ramp, squared. *)

From Coq Require Import Reals Lra Lia PeanoNat.
From Coquelicot Require Import Coquelicot.
Open Scope R_scope.

(** An equation in a module that is R, as one in R. *)
Ltac real := match goal with |- ?a = ?b => change (a = b :> R) end.

(** * The polynomials P_k of the sphere in R^D, with P_k(1) = 1 *)

Fixpoint pair (D : R) (k : nat) (u : R) : R * R :=
  match k with
  | O => (1, u)
  | S j =>
      let (p, q) := pair D j u in
      (q, ((2 * INR (S j) + D - 2) * u * q - INR (S j) * p) / (INR (S j) + D - 2))
  end.

Definition P (D : R) (k : nat) (u : R) : R := fst (pair D k u).

Lemma P_next D k u : P D (S k) u = snd (pair D k u).
Proof. unfold P; simpl; destruct (pair D k u); reflexivity. Qed.

Lemma P_step D k u :
  P D (S (S k)) u =
  ((2 * INR (S k) + D - 2) * u * P D (S k) u - INR (S k) * P D k u) / (INR (S k) + D - 2).
Proof.
  rewrite (P_next D (S k)), (P_next D k); unfold P.
  change (pair D (S k) u) with (let (p, q) := pair D k u in
    (q, ((2 * INR (S k) + D - 2) * u * q - INR (S k) * p) / (INR (S k) + D - 2))).
  destruct (pair D k u); reflexivity.
Qed.

(** The three-term recurrence. *)
Lemma recurrence D k u : 2 <= D ->
  (INR k + D - 2) * P D (S k) u = (2 * INR k + D - 2) * u * P D k u - INR k * P D (pred k) u.
Proof.
  intros HD; destruct k as [|k].
  - unfold P; simpl; ring.
  - rewrite P_step; simpl pred; field.
    rewrite S_INR; pose proof (pos_INR k); lra.
Qed.

(** P_k in dimension D by those in dimension D + 2. *)
Lemma raise_pair D k u : 2 <= D ->
  ((D - 1) * P D (S k) u =
    (INR k + D - 1) * u * P (D + 2) k u - INR k * P (D + 2) (pred k) u) /\
  ((D - 1) * P D (S (S k)) u =
    (INR (S k) + D - 1) * u * P (D + 2) (S k) u - INR (S k) * P (D + 2) k u).
Proof.
  intros HD; induction k as [|k [IH1 IH2]].
  - split; unfold P; simpl; field; lra.
  - split; [exact IH2|].
    pose proof (recurrence D (S (S k)) u HD) as R1.
    pose proof (recurrence (D + 2) (S k) u ltac:(lra)) as R2.
    pose proof (recurrence (D + 2) k u ltac:(lra)) as R3.
    simpl pred in *.
    rewrite !S_INR in *; pose proof (pos_INR k) as Hk.
    apply Rmult_eq_reg_l with (INR k + D); [|lra].
    set (x := INR k) in *.
    set (p1 := P D (S k) u) in *; set (p2 := P D (S (S k)) u) in *; set (p3 := P D (S (S (S k))) u) in *.
    set (q := P (D + 2) (pred k) u) in *; set (q0 := P (D + 2) k u) in *.
    set (q1 := P (D + 2) (S k) u) in *; set (q2 := P (D + 2) (S (S k)) u) in *.
    clearbody x p1 p2 p3 q q0 q1 q2.
    apply Rminus_diag_uniq.
    transitivity ((D - 1) * ((x + 1 + 1 + D - 2) * p3 - ((2 * (x + 1 + 1) + D - 2) * u * p2 - (x + 1 + 1) * p1))
      + (2 * x + 2 + D) * u * ((D - 1) * p2 - ((x + 1 + D - 1) * u * q1 - (x + 1) * q0))
      - (x + 2) * ((D - 1) * p1 - ((x + D - 1) * u * q0 - x * q))
      - (x + D) * u * ((x + 1 + (D + 2) - 2) * q2 - ((2 * (x + 1) + (D + 2) - 2) * u * q1 - (x + 1) * q0))
      + (x + 2) * ((x + (D + 2) - 2) * q1 - ((2 * x + (D + 2) - 2) * u * q0 - x * q))); [ring|].
    rewrite R1, R2, R3, IH1, IH2; ring.
Qed.

Lemma raise D k u : 2 <= D ->
  (D - 1) * P D (S k) u =
  (INR k + D - 1) * u * P (D + 2) k u - INR k * P (D + 2) (pred k) u.
Proof. intros HD; exact (proj1 (raise_pair D k u HD)). Qed.

(** The derivative. *)
Lemma derivative_pair D k u : 2 <= D ->
  (exists p : R, is_derive (P D k) u p /\ (1 - u ^ 2) * p = INR k * (P D (pred k) u - u * P D k u)) /\
  (exists p : R, is_derive (P D (S k)) u p /\
    (1 - u ^ 2) * p = INR (S k) * (P D k u - u * P D (S k) u)).
Proof.
  intros HD; induction k as [|k [[p [Hp Ep]] [q [Hq Eq]]]].
  - split.
    + exists 0; split; [|simpl; ring].
      apply is_derive_ext with (fun _ => 1); [reflexivity|]; auto_derive; [trivial|ring].
    + exists 1; split; [|unfold P; simpl; ring].
      apply is_derive_ext with (fun t => t); [reflexivity|]; auto_derive; [trivial|ring].
  - split; [exists q; split; assumption|].
    pose proof (pos_INR k) as Hk.
    assert (Hd : INR (S k) + D - 2 <> 0) by (rewrite S_INR; lra).
    exists (((2 * INR (S k) + D - 2) * (P D (S k) u + u * q) - INR (S k) * p) / (INR (S k) + D - 2)).
    split.
    + apply is_derive_ext with (fun t =>
        ((2 * INR (S k) + D - 2) * t * P D (S k) t - INR (S k) * P D k t) / (INR (S k) + D - 2)).
      { intros t; symmetry; apply P_step. }
      auto_derive.
      * split; [eexists; exact Hq|split; [eexists; exact Hp|trivial]].
      * rewrite (is_derive_unique (fun t : R => P D (S k) t) u q Hq), (is_derive_unique (fun t : R => P D k t) u p Hp).
        change (match k with O => 1 | S _ => INR k + 1 end) with (INR (S k)).
        field; exact Hd.
    + pose proof (recurrence D (S k) u HD) as R1.
      pose proof (recurrence D k u HD) as R2.
      simpl pred in *.
      apply Rmult_eq_reg_l with (INR (S k) + D - 2); [|exact Hd].
      transitivity ((2 * INR (S k) + D - 2) * ((1 - u ^ 2) * P D (S k) u + u * ((1 - u ^ 2) * q))
        - INR (S k) * ((1 - u ^ 2) * p)); [field; exact Hd|].
      rewrite Ep, Eq.
      rewrite !S_INR in *.
      set (x := INR k) in *.
      set (p0 := P D (pred k) u) in *; set (p1 := P D k u) in *; set (p2 := P D (S k) u) in *.
      set (p3 := P D (S (S k)) u) in *.
      clearbody x p0 p1 p2 p3.
      apply Rminus_diag_uniq.
      transitivity ((x + 2) * u * ((x + 1 + D - 2) * p3 - ((2 * (x + 1) + D - 2) * u * p2 - (x + 1) * p1))
        - (x + 1) * ((x + D - 2) * p2 - ((2 * x + D - 2) * u * p1 - x * p0))); [ring|].
      rewrite R1, R2; ring.
Qed.

Lemma derivative D k u : 2 <= D ->
  exists p : R, is_derive (P D k) u p /\ (1 - u ^ 2) * p = INR k * (P D (pred k) u - u * P D k u).
Proof. intros HD; exact (proj1 (derivative_pair D k u HD)). Qed.

Lemma P_smooth D k u : 2 <= D -> ex_derive (P D k) u.
Proof. intros HD; destruct (derivative D k u HD) as [p [Hp _]]; exists p; exact Hp. Qed.

(** The values at 0: zero for odd k, and Wallis's products with alternating signs for even k. *)
Fixpoint wallis (D : R) (j : nat) : R :=
  match j with
  | O => 1
  | S i => - wallis D i * (2 * INR i + 1) / (2 * INR i + D - 1)
  end.

Lemma P_at_0 D j : 2 <= D -> P D (2 * j) 0 = wallis D j /\ P D (S (2 * j)) 0 = 0.
Proof.
  intros HD; induction j as [|j [IH1 IH2]].
  - split; unfold P; simpl; ring.
  - pose proof (pos_INR j) as Hj.
    assert (E : P D (2 * S j) 0 = wallis D (S j)).
    { replace (2 * S j)%nat with (S (S (2 * j))) by lia.
      rewrite P_step, IH1, IH2; cbn [wallis].
      rewrite S_INR, mult_INR; simpl (INR 2); field; lra. }
    split; [exact E|].
    replace (S (2 * S j)) with (S (S (S (2 * j)))) by lia.
    rewrite P_step, IH2; field.
    rewrite !S_INR, mult_INR; simpl (INR 2); lra.
Qed.

Lemma wallis_not_0 D j : 2 <= D -> wallis D j <> 0.
Proof.
  intros HD; induction j as [|j IH]; cbn [wallis]; [lra|].
  pose proof (pos_INR j) as Hj.
  assert (/ (2 * INR j + D - 1) <> 0) by (apply Rinv_neq_0_compat; lra).
  unfold Rdiv; repeat apply Rmult_integral_contrapositive_currified; lra.
Qed.

(** * Eigenvalues on the sphere in R^d, d = n + 2 *)

Section Sphere.

Variable n : nat.
Let D := INR n + 2.

Lemma D_large : 2 <= D.
Proof. unfold D; pose proof (pos_INR n); lra. Qed.

Hint Resolve D_large : core.

Definition c := / RInt (fun t => sin t ^ n) 0 PI.

(** The eigenvalue of the kernel with the value f(t) at the angle t. *)
Definition eta (f : R -> R) (k : nat) : R :=
  c * RInt (fun t => sin t ^ n * P D k (cos t) * f t) 0 PI.

(** Those of the step, 1 for u > 0, and of the ramp, u for u > 0. *)
Definition step (k : nat) : R := c * RInt (fun t => sin t ^ n * P D k (cos t)) 0 (PI / 2).
Definition ramp (k : nat) : R := c * RInt (fun t => sin t ^ n * P D k (cos t) * cos t) 0 (PI / 2).

Definition smooth (f : R -> R) := forall t, ex_derive f t.

Lemma P_cos_smooth E k : 2 <= E -> smooth (fun t => P E k (cos t)).
Proof.
  intros HE t; apply (ex_derive_comp (P E k) cos); [apply P_smooth; exact HE|auto_derive; trivial].
Qed.

Lemma weight_smooth m : smooth (fun t => sin t ^ m).
Proof. intros t; auto_derive; trivial. Qed.

Lemma product_smooth f g : smooth f -> smooth g -> smooth (fun t => f t * g t).
Proof. intros Hf Hg t; apply (ex_derive_mult f g); [apply Hf|apply Hg]. Qed.

Lemma cos_smooth : smooth cos.
Proof. intros t; auto_derive; trivial. Qed.

Lemma constant_smooth (a : R) : smooth (fun _ => a).
Proof. intros t; auto_derive; trivial. Qed.

Lemma smooth_continuous (f : R -> R) t : smooth f -> continuous f t.
Proof. intros Hf; apply (ex_derive_continuous (K := R_AbsRing) f); apply Hf. Qed.

Lemma smooth_integrable f a b : smooth f -> ex_RInt f a b.
Proof.
  intros Hf; apply (ex_RInt_continuous (V := R_CompleteNormedModule)); intros t _; apply smooth_continuous, Hf.
Qed.

Lemma base_smooth k : smooth (fun t => sin t ^ n * P D k (cos t)).
Proof. apply (product_smooth (fun t => sin t ^ n)); [apply weight_smooth|apply P_cos_smooth, D_large]. Qed.

Lemma integrand_smooth f k : smooth f -> smooth (fun t => sin t ^ n * P D k (cos t) * f t).
Proof. intros Hf; apply (product_smooth (fun t => sin t ^ n * P D k (cos t))); [apply base_smooth|exact Hf]. Qed.

(** ** An antiderivative *)

Lemma antiderivative (m k : nat) t :
  is_derive (fun t => sin t ^ S m * P (INR m + 4) k (cos t) / (INR m + 1)) t
    (sin t ^ m * P (INR m + 2) (S k) (cos t)).
Proof.
  pose proof (pos_INR m) as Hm.
  destruct (derivative (INR m + 4) k (cos t) ltac:(lra)) as [q [Hq Eq]].
  pose proof (raise (INR m + 2) k (cos t) ltac:(lra)) as E.
  replace (INR m + 2 + 2) with (INR m + 4) in E by ring.
  auto_derive.
  - exists q; exact Hq.
  - rewrite (is_derive_unique (fun u : R => P (INR m + 4) k u) (cos t) q Hq).
    pose proof (sin2_cos2 t) as Hs; unfold Rsqr in Hs.
    apply Rmult_eq_reg_l with (INR m + 1); [|lra].
    change (match m with O => 1 | S _ => INR m + 1 end) with (INR (S m)).
    rewrite ?S_INR.
    transitivity (sin t ^ m * ((INR m + 1) * cos t * P (INR m + 4) k (cos t) - (sin t * sin t) * q)).
    { simpl pred; field; lra. }
    replace (sin t * sin t) with (1 - cos t ^ 2) by (simpl; lra).
    rewrite Eq.
    transitivity (sin t ^ m * ((INR m + 2 - 1) * P (INR m + 2) (S k) (cos t))); [rewrite E; ring|ring].
Qed.

Lemma antiderivative_integral (m k : nat) b :
  is_RInt (fun t => sin t ^ m * P (INR m + 2) (S k) (cos t)) 0 b
    (sin b ^ S m * P (INR m + 4) k (cos b) / (INR m + 1)).
Proof.
  replace (sin b ^ S m * P (INR m + 4) k (cos b) / (INR m + 1)) with
    (minus (sin b ^ S m * P (INR m + 4) k (cos b) / (INR m + 1))
      (sin 0 ^ S m * P (INR m + 4) k (cos 0) / (INR m + 1))).
  2: { unfold minus, plus, opp; simpl; rewrite sin_0; unfold Rdiv; ring. }
  apply (is_RInt_derive (V := R_CompleteNormedModule)
    (fun t => sin t ^ S m * P (INR m + 4) k (cos t) / (INR m + 1))).
  - intros t _; apply antiderivative.
  - intros t _; apply smooth_continuous.
    pose proof (pos_INR m).
    apply (product_smooth (fun t => sin t ^ m)); [apply weight_smooth|apply P_cos_smooth; lra].
Qed.

(** ** The step and the ramp *)

Theorem step_value k : step (S k) = c * (P (D + 2) k 0 / (INR n + 1)).
Proof.
  unfold step; f_equal.
  apply is_RInt_unique.
  pose proof (antiderivative_integral n k (PI / 2)) as H.
  rewrite sin_PI2, cos_PI2, pow1 in H; fold D in H.
  replace (INR n + 4) with (D + 2) in H by (unfold D; ring).
  rewrite Rmult_1_l in H; exact H.
Qed.

Theorem ramp_value k : ramp (S (S k)) = c * (P (D + 4) k 0 / ((INR n + 1) * (INR n + 3))).
Proof.
  unfold ramp; f_equal.
  apply is_RInt_unique.
  pose proof (pos_INR n) as Hn.
  set (A := fun t => cos t * (sin t ^ S n * P (D + 2) (S k) (cos t) / (INR n + 1))
      + sin t ^ S (S (S n)) * P (D + 4) k (cos t) / ((INR n + 1) * (INR n + 3))).
  assert (HA : forall t, is_derive A t (sin t ^ n * P D (S (S k)) (cos t) * cos t)).
  { intros t; unfold A.
    pose proof (antiderivative n (S k) t) as H1.
    pose proof (antiderivative (S (S n)) k t) as H2.
    replace (INR (S (S n)) + 4) with (D + 4) in H2 by (unfold D; rewrite !S_INR; ring).
    replace (INR (S (S n)) + 2) with (D + 2) in H2 by (unfold D; rewrite !S_INR; ring).
    replace (INR (S (S n)) + 1) with (INR n + 3) in H2 by (rewrite !S_INR; ring).
    replace (INR n + 4) with (D + 2) in H1 by (unfold D; ring).
    fold D in H1.
    set (X := fun t => sin t ^ S n * P (D + 2) (S k) (cos t) / (INR n + 1)) in *.
    set (Y := fun t => sin t ^ S (S (S n)) * P (D + 4) k (cos t) / (INR n + 3)) in *.
    apply is_derive_ext with (fun t => cos t * X t + Y t / (INR n + 1)).
    { intros s; unfold X, Y; real; field; lra. }
    auto_derive.
    - split; [eexists; exact H1|split; [eexists; exact H2|trivial]].
    - rewrite (is_derive_unique (fun s : R => X s) _ _ H1), (is_derive_unique (fun s : R => Y s) _ _ H2).
      unfold X; simpl pow; field; lra. }
  replace (P (D + 4) k 0 / ((INR n + 1) * (INR n + 3))) with (minus (A (PI / 2)) (A 0)).
  2: { unfold A, minus, plus, opp; simpl plus; simpl opp.
       rewrite sin_PI2, cos_PI2, sin_0, !pow1, !pow_i by lia.
       unfold plus, opp; simpl; field; lra. }
  apply (is_RInt_derive (V := R_CompleteNormedModule) A).
  - intros t _; apply HA.
  - intros t _; apply smooth_continuous, integrand_smooth, cos_smooth.
Qed.

(** ** Linearity and the two rules *)

Lemma eta_ext f g k : (forall t, f t = g t) -> eta f k = eta g k.
Proof. intros H; unfold eta; f_equal; apply RInt_ext; intros t _; rewrite H; reflexivity. Qed.

Lemma eta_plus f g k : smooth f -> smooth g -> eta (fun t => f t + g t) k = eta f k + eta g k.
Proof.
  intros Hf Hg; unfold eta; rewrite <- Rmult_plus_distr_l; f_equal.
  change (RInt (fun t => sin t ^ n * P D k (cos t) * f t) 0 PI + RInt (fun t => sin t ^ n * P D k (cos t) * g t) 0 PI)
    with (plus (RInt (fun t => sin t ^ n * P D k (cos t) * f t) 0 PI)
      (RInt (fun t => sin t ^ n * P D k (cos t) * g t) 0 PI)).
  rewrite <- (RInt_plus (V := R_CompleteNormedModule));
    [|apply smooth_integrable, integrand_smooth; assumption..].
  apply RInt_ext; intros t _; unfold plus; simpl; ring.
Qed.

Lemma eta_scale a f k : smooth f -> eta (fun t => a * f t) k = a * eta f k.
Proof.
  intros Hf; unfold eta; rewrite (Rmult_comm a), Rmult_assoc; f_equal; rewrite (Rmult_comm _ a).
  change (a * RInt (fun t => sin t ^ n * P D k (cos t) * f t) 0 PI)
    with (scal a (RInt (fun t => sin t ^ n * P D k (cos t) * f t) 0 PI)).
  rewrite <- (RInt_scal (V := R_CompleteNormedModule));
    [|apply smooth_integrable, integrand_smooth; assumption].
  apply RInt_ext; intros t _; unfold scal; simpl; unfold mult; simpl; ring.
Qed.

(** Lemma 9.2(a) *)
Lemma eta_cos f k : smooth f ->
  eta (fun t => cos t * f t) (S k) =
  ((INR k + 1 + INR n) * eta f (S (S k)) + (INR k + 1) * eta f k) / (2 * INR k + 2 + INR n).
Proof.
  intros Hf; pose proof (pos_INR k) as Hk; pose proof (pos_INR n) as Hn.
  set (a := (INR k + 1 + INR n) / (2 * INR k + 2 + INR n)).
  set (b := (INR k + 1) / (2 * INR k + 2 + INR n)).
  transitivity (a * eta f (S (S k)) + b * eta f k); [|unfold a, b; field; lra].
  unfold eta.
  transitivity (c * (a * RInt (fun t => sin t ^ n * P D (S (S k)) (cos t) * f t) 0 PI
    + b * RInt (fun t => sin t ^ n * P D k (cos t) * f t) 0 PI)); [f_equal|ring].
  change (RInt (fun t => sin t ^ n * P D (S k) (cos t) * (cos t * f t)) 0 PI =
    plus (scal a (RInt (fun t => sin t ^ n * P D (S (S k)) (cos t) * f t) 0 PI))
      (scal b (RInt (fun t => sin t ^ n * P D k (cos t) * f t) 0 PI))).
  assert (H1 : ex_RInt (fun t => sin t ^ n * P D (S (S k)) (cos t) * f t) 0 PI)
    by (apply smooth_integrable, integrand_smooth; assumption).
  assert (H2 : ex_RInt (fun t => sin t ^ n * P D k (cos t) * f t) 0 PI)
    by (apply smooth_integrable, integrand_smooth; assumption).
  rewrite <- !(RInt_scal (V := R_CompleteNormedModule)) by assumption.
  rewrite <- (RInt_plus (V := R_CompleteNormedModule));
    [|apply (ex_RInt_scal (V := R_NormedModule)); assumption..].
  apply RInt_ext; intros t _; unfold plus, scal; simpl; unfold mult; simpl.
  pose proof (recurrence D (S k) (cos t) D_large) as R1; simpl pred in R1; rewrite S_INR in R1.
  unfold a, b.
  assert (E : P D (S k) (cos t) * cos t =
    ((INR k + 1 + D - 2) * P D (S (S k)) (cos t) + (INR k + 1) * P D k (cos t)) / (2 * (INR k + 1) + D - 2)).
  { rewrite R1; field; unfold D; lra. }
  transitivity (sin t ^ n * (P D (S k) (cos t) * cos t) * f t); [ring|rewrite E; unfold D; field; lra].
Qed.

Lemma eta_cos_0 f : eta (fun t => cos t * f t) 0 = eta f 1.
Proof. unfold eta; f_equal; apply RInt_ext; intros t _; unfold P; simpl; ring. Qed.

Lemma eta_one_0 : eta (fun _ => 1) 0 = 1.
Proof.
  assert (H : 0 < RInt (fun t => sin t ^ n) 0 PI).
  { apply RInt_gt_0; [apply PI_RGT_0| |].
    - intros t Ht; apply pow_lt, sin_gt_0; tauto.
    - intros t _; apply smooth_continuous, weight_smooth. }
  assert (E : RInt (fun t => sin t ^ n * P D 0 (cos t) * 1) 0 PI = RInt (fun t => sin t ^ n) 0 PI)
    by (apply RInt_ext; intros t _; unfold P; simpl; ring).
  unfold eta, c; rewrite E; field; lra.
Qed.

Lemma eta_one k : eta (fun _ => 1) (S k) = 0.
Proof.
  assert (E : RInt (fun t => sin t ^ n * P D (S k) (cos t) * 1) 0 PI =
    RInt (fun t => sin t ^ n * P (INR n + 2) (S k) (cos t)) 0 PI)
    by (apply RInt_ext; intros t _; real; unfold D; ring).
  unfold eta; rewrite E.
  rewrite (is_RInt_unique _ _ _ _ (antiderivative_integral n k PI)), sin_PI; simpl; unfold Rdiv; ring.
Qed.

Lemma c_positive : 0 < c.
Proof.
  apply Rinv_0_lt_compat, RInt_gt_0; [apply PI_RGT_0| |].
  - intros t Ht; apply pow_lt, sin_gt_0; tauto.
  - intros t _; apply smooth_continuous, weight_smooth.
Qed.

(** ** The arc-cosine kernels *)

Definition kappa0 (t : R) := 1 - t / PI.
Definition kappa1 (t : R) := cos t + (sin t - t * cos t) / PI.

(** The theorem of Funk and Hecke, applied twice to kappa_0(<x,z>) = 2 E[1(w.x>0) 1(w.z>0)] and to kappa_1(<x,z>) =
    2 E[relu(w.x) relu(w.z)] (Cho and Saul 2009; Proposition 9.5). *)
Hypothesis Funk_Hecke_step : forall k, eta kappa0 k = 2 * step k ^ 2.
Hypothesis Funk_Hecke_ramp : forall k, eta kappa1 k = 2 * D * ramp k ^ 2.

Lemma kappa0_smooth : smooth kappa0.
Proof. intros t; unfold kappa0; auto_derive; trivial. Qed.

Lemma kappa1_smooth : smooth kappa1.
Proof. intros t; unfold kappa1; auto_derive; trivial. Qed.

Lemma square_positive x : x <> 0 -> 0 < x ^ 2.
Proof. intros H; replace (x ^ 2) with (Rsqr x) by (unfold Rsqr; ring); apply Rsqr_pos_lt; exact H. Qed.

Lemma quotient_not_0 x y : x <> 0 -> 0 < y -> c * (x / y) <> 0.
Proof.
  intros Hx Hy; pose proof c_positive.
  apply Rmult_integral_contrapositive_currified; [lra|].
  apply Rmult_integral_contrapositive_currified; [exact Hx|].
  apply Rinv_neq_0_compat; lra.
Qed.

(** The closed forms. *)
Theorem kappa0_value j : eta kappa0 (2 * j + 1) = 2 * (c * (wallis (D + 2) j / (INR n + 1))) ^ 2.
Proof.
  replace (2 * j + 1)%nat with (S (2 * j)) by lia.
  rewrite Funk_Hecke_step, step_value; pose proof D_large.
  destruct (P_at_0 (D + 2) j ltac:(lra)) as [-> _]; reflexivity.
Qed.

Theorem kappa1_value j :
  eta kappa1 (2 * j + 2) = 2 * D * (c * (wallis (D + 4) j / ((INR n + 1) * (INR n + 3)))) ^ 2.
Proof.
  replace (2 * j + 2)%nat with (S (S (2 * j))) by lia.
  rewrite Funk_Hecke_ramp, ramp_value; pose proof D_large.
  destruct (P_at_0 (D + 4) j ltac:(lra)) as [-> _]; reflexivity.
Qed.

(** kappa_0: positive at 0 and at odd k, zero at even k >= 2. *)
Theorem kappa0_at_0 : 0 < eta kappa0 0.
Proof.
  rewrite Funk_Hecke_step; apply Rmult_lt_0_compat; [lra|]; apply square_positive.
  apply Rgt_not_eq, Rmult_lt_0_compat; [apply c_positive|].
  pose proof PI_RGT_0; apply RInt_gt_0; [lra| |].
  - intros t Ht; unfold P; simpl; rewrite Rmult_1_r; apply pow_lt, sin_gt_0; lra.
  - intros t _; apply smooth_continuous, base_smooth.
Qed.

Theorem kappa0_odd j : 0 < eta kappa0 (2 * j + 1).
Proof.
  replace (2 * j + 1)%nat with (S (2 * j)) by lia.
  rewrite Funk_Hecke_step; apply Rmult_lt_0_compat; [lra|]; apply square_positive.
  rewrite step_value; pose proof D_large; pose proof (pos_INR n).
  destruct (P_at_0 (D + 2) j ltac:(lra)) as [-> _].
  apply quotient_not_0; [apply wallis_not_0; lra|lra].
Qed.

Theorem kappa0_even j : eta kappa0 (2 * j + 2) = 0.
Proof.
  replace (2 * j + 2)%nat with (S (S (2 * j))) by lia.
  rewrite Funk_Hecke_step, step_value; pose proof D_large.
  destruct (P_at_0 (D + 2) j ltac:(lra)) as [_ ->].
  unfold Rdiv; rewrite Rmult_0_l, Rmult_0_r; simpl; ring.
Qed.

(** kappa_1: positive at 1 and at even k, zero at odd k >= 3. *)
Theorem kappa1_even j : 0 < eta kappa1 (2 * j).
Proof.
  rewrite Funk_Hecke_ramp; pose proof D_large; pose proof PI_RGT_0; pose proof (pos_INR n).
  apply Rmult_lt_0_compat; [lra|]; apply square_positive.
  destruct j as [|j].
  - apply Rgt_not_eq, Rmult_lt_0_compat; [apply c_positive|].
    apply RInt_gt_0; [lra| |].
    + intros t Ht; unfold P; simpl; rewrite Rmult_1_r.
      apply Rmult_lt_0_compat; [apply pow_lt, sin_gt_0; lra|apply cos_gt_0; lra].
    + intros t _; apply smooth_continuous, integrand_smooth, cos_smooth.
  - replace (2 * S j)%nat with (S (S (2 * j))) by lia; rewrite ramp_value.
    destruct (P_at_0 (D + 4) j ltac:(lra)) as [-> _].
    apply quotient_not_0; [apply wallis_not_0; lra|apply Rmult_lt_0_compat; lra].
Qed.

Theorem kappa1_at_1 : 0 < eta kappa1 1.
Proof.
  rewrite Funk_Hecke_ramp; pose proof D_large; pose proof PI_RGT_0.
  apply Rmult_lt_0_compat; [lra|]; apply square_positive.
  apply Rgt_not_eq, Rmult_lt_0_compat; [apply c_positive|].
  apply RInt_gt_0; [lra| |].
  - intros t Ht; unfold P; simpl.
    assert (0 < cos t) by (apply cos_gt_0; lra).
    repeat apply Rmult_lt_0_compat; try assumption; apply pow_lt, sin_gt_0; lra.
  - intros t _; apply smooth_continuous, integrand_smooth, cos_smooth.
Qed.

Theorem kappa1_odd j : eta kappa1 (2 * j + 3) = 0.
Proof.
  replace (2 * j + 3)%nat with (S (S (S (2 * j)))) by lia.
  rewrite Funk_Hecke_ramp, ramp_value; pose proof D_large.
  destruct (P_at_0 (D + 4) j ltac:(lra)) as [_ ->].
  unfold Rdiv; rewrite Rmult_0_l, Rmult_0_r; simpl; ring.
Qed.

Lemma kappa0_nonnegative k : 0 <= eta kappa0 k.
Proof. rewrite Funk_Hecke_step; pose proof (pow2_ge_0 (step k)); lra. Qed.

Lemma kappa1_nonnegative k : 0 <= eta kappa1 k.
Proof.
  rewrite Funk_Hecke_ramp; pose proof (pow2_ge_0 (ramp k)); pose proof D_large.
  apply Rmult_le_pos; lra.
Qed.

(** u kappa_0: positive at 1 and at even k, zero at odd k >= 3. *)
Lemma quotient_sum x y a b s :
  0 <= x -> 0 <= y -> 0 <= a -> 0 <= b -> 0 < s -> 0 <= (x * a + y * b) / s.
Proof.
  intros; apply Rmult_le_pos; [|left; apply Rinv_0_lt_compat; assumption].
  apply Rplus_le_le_0_compat; apply Rmult_le_pos; assumption.
Qed.

Lemma cos_kappa0_nonnegative k : 0 <= eta (fun t => cos t * kappa0 t) k.
Proof.
  destruct k as [|k]; [rewrite eta_cos_0; apply kappa0_nonnegative|].
  rewrite eta_cos by apply kappa0_smooth; pose proof (pos_INR k); pose proof (pos_INR n).
  apply quotient_sum; try apply kappa0_nonnegative; lra.
Qed.

Lemma cos_kappa0_odd j : eta (fun t => cos t * kappa0 t) (2 * j + 3) = 0.
Proof.
  replace (2 * j + 3)%nat with (S (2 * j + 2)) by lia.
  rewrite eta_cos by apply kappa0_smooth.
  replace (S (S (2 * j + 2))) with (2 * S j + 2)%nat by lia.
  rewrite !kappa0_even; unfold Rdiv; ring.
Qed.

(** * The networks of one layer *)

(** a + b u + e kappa_0 + g u kappa_0 + h kappa_1, up to a positive factor: the tangent kernel of the fully connected
    network with trained biases (a = e = beta^2, b = 0, g = h = 1), those of the residual network of one block
    (a = b = 0, e = tau^2, g = h = 1; with all layers trained a = 0, b = 2, e = alpha^2 tau^2, g = h = 2 alpha^2), and
    the Gaussian-process kernels (b = 1, h = alpha^2, or h = 1, and all others 0). *)
Definition layer (a b e g h : R) (t : R) : R :=
  a * 1 + (b * (cos t * 1) + (e * kappa0 t + (g * (cos t * kappa0 t) + h * kappa1 t))).

Lemma layer_eta a b e g h k :
  eta (layer a b e g h) k =
  a * eta (fun _ => 1) k + (b * eta (fun t => cos t * 1) k
    + (e * eta kappa0 k + (g * eta (fun t => cos t * kappa0 t) k + h * eta kappa1 k))).
Proof.
  unfold layer.
  assert (S0 := constant_smooth 1).
  assert (S1 : smooth (fun t => cos t * 1)) by (apply product_smooth; [apply cos_smooth|exact S0]).
  assert (S2 : smooth (fun t => cos t * kappa0 t))
    by (apply (product_smooth cos kappa0); [apply cos_smooth|apply kappa0_smooth]).
  assert (SC : forall x f, smooth f -> smooth (fun t => x * f t))
    by (intros x f Hf; apply (product_smooth (fun _ => x) f); [apply constant_smooth|exact Hf]).
  assert (SP : forall f g0, smooth f -> smooth g0 -> smooth (fun t => f t + g0 t))
    by (intros f g0 Hf Hg t; apply (ex_derive_plus f g0); [apply Hf|apply Hg]).
  assert (T4 : smooth (fun t => g * (cos t * kappa0 t) + h * kappa1 t))
    by (apply (SP (fun t => g * (cos t * kappa0 t))); [apply (SC g _ S2)|apply (SC h _ kappa1_smooth)]).
  assert (T3 : smooth (fun t => e * kappa0 t + (g * (cos t * kappa0 t) + h * kappa1 t)))
    by (apply (SP (fun t => e * kappa0 t)); [apply (SC e _ kappa0_smooth)|exact T4]).
  assert (T2 : smooth (fun t => b * (cos t * 1) + (e * kappa0 t + (g * (cos t * kappa0 t) + h * kappa1 t))))
    by (apply (SP (fun t => b * (cos t * 1))); [apply (SC b _ S1)|exact T3]).
  rewrite (eta_plus (fun t => a * 1)), (eta_plus (fun t => b * (cos t * 1))),
    (eta_plus (fun t => e * kappa0 t)), (eta_plus (fun t => g * (cos t * kappa0 t)));
    try assumption; try (apply SC; assumption || apply kappa0_smooth || apply kappa1_smooth).
  rewrite (eta_scale a (fun _ => 1)), (eta_scale b (fun t => cos t * 1)), (eta_scale e kappa0),
    (eta_scale g (fun t => cos t * kappa0 t)), (eta_scale h kappa1);
    try assumption; try apply kappa0_smooth; try apply kappa1_smooth.
  reflexivity.
Qed.

Lemma one_nonnegative k : 0 <= eta (fun _ => 1) k.
Proof. destruct k; [rewrite eta_one_0; lra|rewrite eta_one; lra]. Qed.

Lemma cos_nonnegative k : 0 <= eta (fun t => cos t * 1) k.
Proof.
  destruct k as [|k]; [rewrite (eta_cos_0 (fun _ => 1)); apply one_nonnegative|].
  rewrite (eta_cos (fun _ => 1)) by apply constant_smooth; pose proof (pos_INR k); pose proof (pos_INR n).
  apply quotient_sum; try apply one_nonnegative; lra.
Qed.

Lemma product_nonnegative x y : 0 <= x -> 0 <= y -> 0 <= x * y.
Proof. apply Rmult_le_pos. Qed.

(** No eigenvalue is negative. *)
Theorem layer_nonnegative a b e g h k :
  0 <= a -> 0 <= b -> 0 <= e -> 0 <= g -> 0 <= h -> 0 <= eta (layer a b e g h) k.
Proof.
  intros; rewrite layer_eta.
  repeat apply Rplus_le_le_0_compat; apply product_nonnegative; try assumption;
    [apply one_nonnegative|apply cos_nonnegative|apply kappa0_nonnegative|apply cos_kappa0_nonnegative
    |apply kappa1_nonnegative].
Qed.

(** Those at even k and at 1 are positive. *)
Theorem layer_even_positive a b e g h j :
  0 <= a -> 0 <= b -> 0 <= e -> 0 <= g -> 0 < h -> 0 < eta (layer a b e g h) (2 * j).
Proof.
  intros Ha Hb He Hg Hh; rewrite layer_eta.
  pose proof (product_nonnegative _ _ Ha (one_nonnegative (2 * j))).
  pose proof (product_nonnegative _ _ Hb (cos_nonnegative (2 * j))).
  pose proof (product_nonnegative _ _ He (kappa0_nonnegative (2 * j))).
  pose proof (product_nonnegative _ _ Hg (cos_kappa0_nonnegative (2 * j))).
  pose proof (Rmult_lt_0_compat _ _ Hh (kappa1_even j)); lra.
Qed.

Theorem layer_1_positive a b e g h :
  0 <= a -> 0 <= b -> 0 <= e -> 0 <= g -> 0 < h -> 0 < eta (layer a b e g h) 1.
Proof.
  intros Ha Hb He Hg Hh; rewrite layer_eta.
  pose proof (product_nonnegative _ _ Ha (one_nonnegative 1)).
  pose proof (product_nonnegative _ _ Hb (cos_nonnegative 1)).
  pose proof (product_nonnegative _ _ He (kappa0_nonnegative 1)).
  pose proof (product_nonnegative _ _ Hg (cos_kappa0_nonnegative 1)).
  pose proof (Rmult_lt_0_compat _ _ Hh kappa1_at_1); lra.
Qed.

(** At odd k >= 3 the weight e of kappa_0, which biases bring, decides. *)
Theorem layer_odd a b e g h j :
  eta (layer a b e g h) (2 * j + 3) = e * eta kappa0 (2 * j + 3).
Proof.
  rewrite layer_eta, cos_kappa0_odd, kappa1_odd.
  replace (2 * j + 3)%nat with (S (S (2 * j + 1))) by lia.
  rewrite (eta_cos (fun _ => 1)) by apply constant_smooth.
  replace (2 * j + 1)%nat with (S (2 * j)) by lia.
  rewrite !eta_one; unfold Rdiv; ring.
Qed.

Theorem layer_odd_positive a b e g h j : 0 < e -> 0 < eta (layer a b e g h) (2 * j + 3).
Proof.
  intros He; rewrite layer_odd; apply Rmult_lt_0_compat; [exact He|].
  replace (2 * j + 3)%nat with (2 * (j + 1) + 1)%nat by lia; apply kappa0_odd.
Qed.

Theorem layer_odd_zero a b g h j : eta (layer a b 0 g h) (2 * j + 3) = 0.
Proof. rewrite layer_odd; ring. Qed.

(** All together, for biases with beta^2 or tau^2 = e. *)
Corollary one_layer_positive a b e g h k :
  0 <= a -> 0 <= b -> 0 < e -> 0 <= g -> 0 < h -> 0 < eta (layer a b e g h) k.
Proof.
  intros Ha Hb He Hg Hh.
  destruct (Nat.Even_or_Odd k) as [[j ->]|[j ->]].
  - apply layer_even_positive; lra.
  - destruct j as [|j]; [apply layer_1_positive; lra|].
    replace (2 * S j + 1)%nat with (2 * j + 3)%nat by lia; apply layer_odd_positive, He.
Qed.

Corollary one_layer_without_bias a b g h k :
  0 <= a -> 0 <= b -> 0 <= g -> 0 < h ->
  0 < eta (layer a b 0 g h) k \/ (exists j, k = 2 * j + 3)%nat /\ eta (layer a b 0 g h) k = 0.
Proof.
  intros Ha Hb Hg Hh.
  destruct (Nat.Even_or_Odd k) as [[j ->]|[j ->]].
  - left; apply layer_even_positive; lra.
  - destruct j as [|j]; [left; apply layer_1_positive; lra|right].
    replace (2 * S j + 1)%nat with (2 * j + 3)%nat by lia.
    split; [exists j; reflexivity|apply layer_odd_zero].
Qed.

(** The tangent kernels as they are named in the catalogue: fcntk:L=1 with biases of weight beta, b = beta^2, and
    resntk:L=1 with biases of weight tau, b = tau^2. *)
Definition fcntk (b t : R) := (kappa1 t + (cos t + b) * kappa0 t + b) / (2 * (1 + b)).
Definition resntk (b t : R) := (kappa1 t + (cos t + b) * kappa0 t) / (2 + b).

Lemma layer_smooth a b e g h : smooth (layer a b e g h).
Proof. intros t; unfold layer, kappa0, kappa1; auto_derive; trivial. Qed.

Lemma fcntk_eta b k : 0 <= b -> eta (fcntk b) k = / (2 * (1 + b)) * eta (layer b 0 b 1 1) k.
Proof.
  intros Hb; rewrite <- eta_scale by apply layer_smooth.
  apply eta_ext; intros t; unfold fcntk, layer; field; lra.
Qed.

Lemma resntk_eta b k : 0 <= b -> eta (resntk b) k = / (2 + b) * eta (layer 0 0 b 1 1) k.
Proof.
  intros Hb; rewrite <- eta_scale by apply layer_smooth.
  apply eta_ext; intros t; unfold resntk, layer; field; lra.
Qed.

Corollary fcntk_positive b k : 0 < b -> 0 < eta (fcntk b) k.
Proof.
  intros Hb; rewrite fcntk_eta by lra; apply Rmult_lt_0_compat; [apply Rinv_0_lt_compat; lra|].
  apply one_layer_positive; lra.
Qed.

Corollary resntk_positive b k : 0 < b -> 0 < eta (resntk b) k.
Proof.
  intros Hb; rewrite resntk_eta by lra; apply Rmult_lt_0_compat; [apply Rinv_0_lt_compat; lra|].
  apply one_layer_positive; lra.
Qed.

Corollary fcntk_without_bias k : 0 < eta (fcntk 0) k \/ (exists j, k = 2 * j + 3)%nat /\ eta (fcntk 0) k = 0.
Proof.
  rewrite fcntk_eta by lra.
  destruct (one_layer_without_bias 0 0 1 1 k ltac:(lra) ltac:(lra) ltac:(lra) ltac:(lra)) as [H|[H E]].
  - left; apply Rmult_lt_0_compat; [apply Rinv_0_lt_compat; lra|exact H].
  - right; split; [exact H|rewrite E; ring].
Qed.

End Sphere.
