{{- define "onhand.image" -}}
{{ .Values.image.repository }}:{{ .Values.image.tag | default .Chart.AppVersion }}
{{- end }}

{{- define "onhand.labels" -}}
app.kubernetes.io/name: onhand
app.kubernetes.io/instance: {{ .Release.Name }}
{{- end }}

{{- define "onhand.database" -}}
- name: SPRING_PROFILES_ACTIVE
  value: production
- name: ONHAND_DEMO
  value: "false"
- name: ONHAND_DATA_DIR
  value: /data
- name: ONHAND_DATABASE_URL
  value: {{ required "database.url is the JDBC address of the database" .Values.database.url | quote }}
- name: ONHAND_OIDC_ISSUER
  value: {{ required "oidc.issuer is where people sign in" .Values.oidc.issuer | quote }}
- name: ONHAND_MASTER_KEY
  valueFrom:
    secretKeyRef:
      name: {{ .Values.masterKeySecret }}
      key: key
{{- range $role := list "app" "ledger" "system" "door" }}
- name: ONHAND_DATABASE_{{ upper $role }}_USERNAME
  value: onhand_{{ $role }}
- name: ONHAND_DATABASE_{{ upper $role }}_PASSWORD
  valueFrom:
    secretKeyRef:
      name: {{ $.Values.database.rolesSecret }}
      key: {{ $role }}-password
{{- end }}
{{- end }}
